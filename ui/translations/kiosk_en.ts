<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="vi">
<context>
    <name>AccessibilityScreen</name>
    <message>
        <source>A B C</source>
        <translation>A B C</translation>
    </message>
    <message>
        <source>Bàn phím</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Che lại</source>
        <translation>Cover it</translation>
    </message>
    <message>
        <source>Che màn hình</source>
        <translation>Cover the screen</translation>
    </message>
    <message>
        <source>Chuyển động</source>
        <translation>Motion</translation>
    </message>
    <message>
        <source>Chậm hơn</source>
        <translation>Slower</translation>
    </message>
    <message>
        <source>Chỉnh máy cho dễ dùng</source>
        <translation>Make this machine easier to use</translation>
    </message>
    <message>
        <source>Cỡ chữ</source>
        <translation>Text size</translation>
    </message>
    <message>
        <source>Dịu mắt</source>
        <translation>Low glare</translation>
    </message>
    <message>
        <source>Giảm bớt</source>
        <translation>Less</translation>
    </message>
    <message>
        <source>Hạ thấp</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>Hạ thấp các nút</source>
        <translation>Lower the buttons</translation>
    </message>
    <message>
        <source>Không</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Không che</source>
        <translation>Do not cover</translation>
    </message>
    <message>
        <source>Không đọc</source>
        <translation>Do not read</translation>
    </message>
    <message>
        <source>Màu màn hình</source>
        <translation>Screen colours</translation>
    </message>
    <message>
        <source>Nghe đọc</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Nhanh hơn</source>
        <translation>Faster</translation>
    </message>
    <message>
        <source>Như cũ</source>
        <translation>As before</translation>
    </message>
    <message>
        <source>Như thường</source>
        <translation>As usual</translation>
    </message>
    <message>
        <source>Nhỏ hơn</source>
        <translation>Quieter</translation>
    </message>
    <message>
        <source>Nền đen</source>
        <translation>Black</translation>
    </message>
    <message>
        <source>Rất to</source>
        <translation>Largest</translation>
    </message>
    <message>
        <source>Sáng</source>
        <translation>Light</translation>
    </message>
    <message>
        <source>Telex</source>
        <translation>Telex</translation>
    </message>
    <message>
        <source>Thường</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Tiếng to nhỏ: %1</source>
        <translation>Loudness: %1</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Large</translation>
    </message>
    <message>
        <source>To hơn</source>
        <translation>Louder</translation>
    </message>
    <message>
        <source>Trợ năng</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Vừa</source>
        <translation>Usual</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ông/bà dùng xong, máy trở lại như cũ.</source>
        <translation>When you finish, everything is as before.</translation>
    </message>
    <message>
        <source>Đang chọn</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Đọc nhanh chậm: %1</source>
        <translation>Reading speed: %1</translation>
    </message>
    <message>
        <source>Đọc to</source>
        <translation>Read aloud</translation>
    </message>
</context>
<context>
    <name>AnswerCode</name>
    <message>
        <source>Chưa có câu trả lời cho mã này.</source>
        <translation>There is no answer for this code yet.</translation>
    </message>
    <message>
        <source>Có chữ số chưa đúng.</source>
        <translation>One of the digits is not right.</translation>
    </message>
    <message>
        <source>Máy chưa hỏi được Cổng. Ông/bà thử lại sau.</source>
        <translation>The portal could not be asked. Try it once more in a while.</translation>
    </message>
    <message>
        <source>Máy chưa tra được lúc này.</source>
        <translation>It cannot be looked up right now.</translation>
    </message>
    <message>
        <source>Mã câu hỏi có đủ mười hai chữ số.</source>
        <translation>A question code has twelve digits.</translation>
    </message>
    <message>
        <source>Mã câu hỏi của ông/bà?</source>
        <translation>Your question code?</translation>
    </message>
    <message>
        <source>Mười hai chữ số trên phiếu câu hỏi.</source>
        <translation>The twelve digits on your question slip.</translation>
    </message>
    <message>
        <source>Mười hai chữ số trên phiếu. Quét mã cũng được.</source>
        <translation>Twelve digits on the sheet. You can also scan it.</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ tại quầy.</source>
        <translation>Please ask the staff at the counter.</translation>
    </message>
    <message>
        <source>Xem trả lời</source>
        <translation>Read my answer</translation>
    </message>
    <message>
        <source>Ông/bà nhập tiếp cho đủ.</source>
        <translation>Please type the rest of it.</translation>
    </message>
    <message>
        <source>Ông/bà xem lại mã, hoặc quay lại sau.</source>
        <translation>Check the code, or come back later.</translation>
    </message>
    <message>
        <source>Ông/bà xem lại từng số trên phiếu.</source>
        <translation>Please compare each digit with the slip.</translation>
    </message>
</context>
<context>
    <name>AnswerRow</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Change</translation>
    </message>
</context>
<context>
    <name>AnswerShown</name>
    <message>
        <source>Cán bộ trả lời ngày %1</source>
        <translation>An officer answered on %1</translation>
    </message>
    <message>
        <source>Hỏi thêm</source>
        <translation>Ask more</translation>
    </message>
    <message>
        <source>Máy nhận lúc %1, ngày %2</source>
        <translation>Received here at %1, %2</translation>
    </message>
    <message>
        <source>Trả lời cho ông/bà</source>
        <translation>The answer for you</translation>
    </message>
    <message>
        <source>Đã đọc xong</source>
        <translation>I have read it</translation>
    </message>
</context>
<context>
    <name>Answers</name>
    <message>
        <source>Chưa có câu trả lời chung</source>
        <translation>No answers for all yet</translation>
    </message>
    <message>
        <source>Hỏi một câu</source>
        <translation>Ask a question</translation>
    </message>
    <message>
        <source>Hỏi và đáp</source>
        <translation>Questions and answers</translation>
    </message>
    <message>
        <source>Trả lời ngày %1</source>
        <translation>Answered on %1</translation>
    </message>
    <message>
        <source>Xem trả lời</source>
        <translation>Read my answer</translation>
    </message>
    <message>
        <source>Ông/bà hỏi ở đây, cán bộ sẽ trả lời.</source>
        <translation>Ask here, and an officer will answer.</translation>
    </message>
</context>
<context>
    <name>Attract</name>
    <message>
        <source>Phường, xã chưa đặt tên</source>
        <translation>Ward not named yet</translation>
    </message>
    <message>
        <source>Quầy làm việc %1</source>
        <translation>Counters open %1</translation>
    </message>
</context>
<context>
    <name>AttractScreen</name>
    <message>
        <source>Chạm để bắt đầu</source>
        <translation>Touch to start</translation>
    </message>
    <message>
        <source>Có giấy in</source>
        <translation>Paper ready</translation>
    </message>
    <message>
        <source>Xem giấy tờ cần mang tại đây</source>
        <translation>See which papers to bring</translation>
    </message>
    <message>
        <source>Xem giấy tờ cần mang, đăng ký trước tại đây</source>
        <translation>See which papers to bring, fill in forms early</translation>
    </message>
</context>
<context>
    <name>BarCell</name>
    <message>
        <source>Đang bật</source>
        <translation>On</translation>
    </message>
</context>
<context>
    <name>BottomBar</name>
    <message>
        <source>Khác</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Thanh nút dưới màn hình</source>
        <translation>Buttons at the bottom of the screen</translation>
    </message>
</context>
<context>
    <name>CallHelp</name>
    <message>
        <source>Chuông không kêu được.</source>
        <translation>The bell did not ring.</translation>
    </message>
    <message>
        <source>Chuông đang kêu.</source>
        <translation>The bell is ringing.</translation>
    </message>
    <message>
        <source>Chuông đã kêu.</source>
        <translation>The bell has rung.</translation>
    </message>
    <message>
        <source>Chưa báo được cho máy trực.</source>
        <translation>The staff&apos;s machine could not be reached.</translation>
    </message>
    <message>
        <source>Chưa thấy ai đến, mời ông/bà ra quầy.</source>
        <translation>If nobody comes, please go to the counter.</translation>
    </message>
    <message>
        <source>Cán bộ đã nhận lời gọi</source>
        <translation>Staff have taken your call</translation>
    </message>
    <message>
        <source>Lời gọi đã phát trong mạng của sảnh.</source>
        <translation>The call went out in the hall&apos;s network.</translation>
    </message>
    <message>
        <source>Máy này không có chuông.</source>
        <translation>This machine has no bell.</translation>
    </message>
    <message>
        <source>Máy trực đã nhận lời gọi.</source>
        <translation>The staff&apos;s machine has taken the call.</translation>
    </message>
    <message>
        <source>Máy đang gọi</source>
        <translation>Calling</translation>
    </message>
    <message>
        <source>Máy đã ghi lời gọi lúc %1</source>
        <translation>The call is noted, %1</translation>
    </message>
    <message>
        <source>Máy đã gọi</source>
        <translation>The call is out</translation>
    </message>
    <message>
        <source>Mời ông/bà gặp cán bộ.</source>
        <translation>Please go to the staff.</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ trong sảnh.</source>
        <translation>Please ask the staff in the hall.</translation>
    </message>
    <message>
        <source>Mời ông/bà đến quầy gần nhất.</source>
        <translation>Please go to the nearest counter.</translation>
    </message>
    <message>
        <source>Đang báo cho máy trực.</source>
        <translation>Telling the staff&apos;s machine.</translation>
    </message>
</context>
<context>
    <name>CallHelpScreen</name>
    <message>
        <source>Cần người giúp?</source>
        <translation>Need a person&apos;s help?</translation>
    </message>
    <message>
        <source>Gọi lại</source>
        <translation>Call again</translation>
    </message>
    <message>
        <source>Làm tiếp</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>ChangeCard</name>
    <message>
        <source>Cũ</source>
        <translation>Old</translation>
    </message>
    <message>
        <source>Mới</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>nothing yet</translation>
    </message>
</context>
<context>
    <name>Check</name>
    <message>
        <source>%1 mục, đúng thứ tự</source>
        <translation>%1 entries, all in order</translation>
    </message>
    <message>
        <source>%1 phiếu bị giữ lại</source>
        <translation>%1 slips put aside</translation>
    </message>
    <message>
        <source>%1 thủ tục, dữ liệu ngày %2</source>
        <translation>%1 procedures, data of %2</translation>
    </message>
    <message>
        <source>%1 điểm ảnh một mm</source>
        <translation>%1 pixels a millimetre</translation>
    </message>
    <message>
        <source>Bản đã duyệt không mở được. Nạp lại dữ liệu.</source>
        <translation>The accepted version does not open. Load data again.</translation>
    </message>
    <message>
        <source>Chưa có giọng đọc trên máy này</source>
        <translation>There is no voice on this machine</translation>
    </message>
    <message>
        <source>Chưa nối được lần nào</source>
        <translation>Never reached</translation>
    </message>
    <message>
        <source>Chưa so với cổng lần nào</source>
        <translation>Never compared with the portal</translation>
    </message>
    <message>
        <source>Chưa đo màn hình bằng thẻ</source>
        <translation>The panel was not measured</translation>
    </message>
    <message>
        <source>Có giọng đọc</source>
        <translation>Reads aloud</translation>
    </message>
    <message>
        <source>Cổng thành phố: %1 phiếu chờ</source>
        <translation>City portal: %1 slips wait</translation>
    </message>
    <message>
        <source>Cổng từ chối máy này</source>
        <translation>The portal refuses this kiosk</translation>
    </message>
    <message>
        <source>Cỡ chữ thật</source>
        <translation>Real letter size</translation>
    </message>
    <message>
        <source>Dữ liệu</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Gửi thử</source>
        <translation>Send now</translation>
    </message>
    <message>
        <source>Hộp hồ sơ</source>
        <translation>Outbox</translation>
    </message>
    <message>
        <source>Kho dữ liệu</source>
        <translation>Catalogue</translation>
    </message>
    <message>
        <source>Không đọc được. Xem lại ổ đĩa.</source>
        <translation>Cannot be read. Look at the disk.</translation>
    </message>
    <message>
        <source>Lệch %1 giây so với cổng</source>
        <translation>%1 s from the portal&apos;s</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Máy in còn ít giấy</source>
        <translation>The printer is low on paper</translation>
    </message>
    <message>
        <source>Máy in phiếu</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Máy không cho biết</source>
        <translation>The machine does not say</translation>
    </message>
    <message>
        <source>Mất mạng, tự gửi khi có mạng</source>
        <translation>Offline, sends by itself later</translation>
    </message>
    <message>
        <source>Nguyên vẹn, %1 phiếu chờ</source>
        <translation>Whole, %1 slips wait</translation>
    </message>
    <message>
        <source>Nhiệt độ, bộ nhớ</source>
        <translation>Temperature, memory</translation>
    </message>
    <message>
        <source>Nhật ký bị sửa hoặc mất. Báo người phụ trách.</source>
        <translation>The log was changed or is gone. Tell who is in charge.</translation>
    </message>
    <message>
        <source>Nhật ký người dùng</source>
        <translation>Log of acts</translation>
    </message>
    <message>
        <source>Phần để dành đã dùng. Dọn ổ đĩa.</source>
        <translation>The reserve is used up. Free the disk.</translation>
    </message>
    <message>
        <source>Sẵn sàng in</source>
        <translation>Ready to print</translation>
    </message>
    <message>
        <source>Thay cuộn giấy hôm nay.</source>
        <translation>Change the roll today.</translation>
    </message>
    <message>
        <source>Trống %1 MB</source>
        <translation>%1 MB free</translation>
    </message>
    <message>
        <source>Xem</source>
        <translation>Look</translation>
    </message>
    <message>
        <source>chương trình dùng %1 MB</source>
        <translation>the program uses %1 MB</translation>
    </message>
    <message>
        <source>Âm thanh</source>
        <translation>Sound</translation>
    </message>
    <message>
        <source>Đang có mạng</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Đồng hồ</source>
        <translation>Clock</translation>
    </message>
    <message>
        <source>Ổ đĩa</source>
        <translation>Disk</translation>
    </message>
</context>
<context>
    <name>CheckAnswers</name>
    <message>
        <source>Chưa có</source>
        <translation>Left empty</translation>
    </message>
    <message>
        <source>Gọi hoặc nhắn tin</source>
        <translation>Call or text</translation>
    </message>
    <message>
        <source>Không, máy không gửi số này</source>
        <translation>No, this number is not sent</translation>
    </message>
    <message>
        <source>Nhận kết quả</source>
        <translation>Result</translation>
    </message>
    <message>
        <source>Tại nhà, qua bưu điện</source>
        <translation>At home, by post</translation>
    </message>
    <message>
        <source>Tại quầy</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>Đồng ý</source>
        <translation>Agreed</translation>
    </message>
</context>
<context>
    <name>CheckAnswersScreen</name>
    <message>
        <source>Chạm Gửi là ông/bà cho cán bộ xem trước. Máy khoá kín, không mở lại được.</source>
        <translation>Send lets the officer look beforehand. The kiosk seals it and cannot open it again.</translation>
    </message>
    <message>
        <source>Chạm Sửa ở dòng cần đổi. Các dòng khác vẫn giữ nguyên.</source>
        <translation>Touch Change beside a line. The other lines stay as they are.</translation>
    </message>
    <message>
        <source>Em tập đến đây. Máy không gửi và không giữ gì.</source>
        <translation>Your practice ends here. Nothing is sent or kept.</translation>
    </message>
    <message>
        <source>Gửi và in phiếu</source>
        <translation>Send and print the slip</translation>
    </message>
    <message>
        <source>In bài tập</source>
        <translation>Print the lesson</translation>
    </message>
    <message>
        <source>Máy chưa giữ được phiếu khai</source>
        <translation>The kiosk could not keep your form</translation>
    </message>
    <message>
        <source>Sửa %1</source>
        <translation>Change %1</translation>
    </message>
    <message>
        <source>Sửa %1 dòng còn thiếu rồi gửi. Máy xoá hết khi ông/bà rời đi.</source>
        <translation>%1 still to complete, then send. The kiosk erases everything when you leave.</translation>
    </message>
    <message>
        <source>sửa %1 dòng trước</source>
        <translation>%1 to go</translation>
    </message>
    <message>
        <source>Ông/bà xem lại cho đúng</source>
        <translation>Please check your answers</translation>
    </message>
    <message>
        <source>Đang giữ…</source>
        <translation>Saving…</translation>
    </message>
    <message>
        <source>Điều ông/bà khai vẫn còn. Mời gọi cán bộ.</source>
        <translation>Your answers are still here. Please call the staff.</translation>
    </message>
</context>
<context>
    <name>CheckRow</name>
    <message>
        <source>Chưa có</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Đã có</source>
        <translation>Have it</translation>
    </message>
</context>
<context>
    <name>Checklist</name>
    <message>
        <source>%1. Chạm vào giấy đã có.</source>
        <translation>%1. Touch each paper you have.</translation>
    </message>
    <message>
        <source>Còn thiếu %1 giấy.</source>
        <translation>Papers still missing: %1</translation>
    </message>
    <message>
        <source>Hỏi cán bộ về %1 giấy nữa.</source>
        <translation>Ask the staff about %1 more.</translation>
    </message>
    <message>
        <source>In danh sách này để mang về chuẩn bị.</source>
        <translation>Print this list and prepare at home.</translation>
    </message>
    <message>
        <source>Mời ông/bà đến quầy.</source>
        <translation>Please go to the counter.</translation>
    </message>
    <message>
        <source>Đã đủ giấy cần mang.</source>
        <translation>You have all papers to bring.</translation>
    </message>
</context>
<context>
    <name>ChecklistQuestion</name>
    <message>
        <source>%1. Câu %2 trong %3</source>
        <translation>%1. Question %2 of %3</translation>
    </message>
    <message>
        <source>Có</source>
        <translation>Yes</translation>
    </message>
    <message>
        <source>Không</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Máy không giữ lại câu trả lời.</source>
        <translation>This kiosk does not keep your answer.</translation>
    </message>
</context>
<context>
    <name>ChecklistQuestionScreen</name>
    <message>
        <source>Chưa rõ</source>
        <translation>Not sure</translation>
    </message>
    <message>
        <source>Chưa rõ, hỏi cán bộ sau</source>
        <translation>Not sure, ask staff later</translation>
    </message>
    <message>
        <source>Hỏi cán bộ sau</source>
        <translation>Ask staff later</translation>
    </message>
</context>
<context>
    <name>ChecklistScreen</name>
    <message>
        <source>Giấy tờ của riêng ông/bà</source>
        <translation>Your own papers</translation>
    </message>
    <message>
        <source>In danh sách</source>
        <translation>Print list</translation>
    </message>
    <message>
        <source>In danh sách này</source>
        <translation>Print this list</translation>
    </message>
    <message>
        <source>Khai trước tại máy này</source>
        <translation>Pre-register here</translation>
    </message>
    <message>
        <source>Lưu điện thoại</source>
        <translation>Save to phone</translation>
    </message>
</context>
<context>
    <name>DateBox</name>
    <message>
        <source>Đang nhập</source>
        <translation>Being filled in</translation>
    </message>
</context>
<context>
    <name>DateBoxes</name>
    <message>
        <source>Ngày</source>
        <translation>Day</translation>
    </message>
    <message>
        <source>Năm</source>
        <translation>Year</translation>
    </message>
    <message>
        <source>Tháng</source>
        <translation>Month</translation>
    </message>
</context>
<context>
    <name>EventListScreen</name>
    <message>
        <source>Chưa có việc nào ở mục này</source>
        <translation>Nothing in this list yet</translation>
    </message>
    <message>
        <source>Chọn việc ông/bà cần làm</source>
        <translation>Choose what you need to do</translation>
    </message>
    <message>
        <source>Hỏi cán bộ</source>
        <translation>Ask staff</translation>
    </message>
    <message>
        <source>Không thấy? Tìm việc khác</source>
        <translation>Not here? Search</translation>
    </message>
    <message>
        <source>Ông/bà tìm theo tên, hoặc hỏi cán bộ.</source>
        <translation>Search by name, or ask the staff.</translation>
    </message>
</context>
<context>
    <name>Facts</name>
    <message>
        <source>%1 giờ</source>
        <translation>%1 hours</translation>
    </message>
    <message>
        <source>%1 ngày</source>
        <translation>%1 days</translation>
    </message>
    <message>
        <source>%1 ngày làm việc</source>
        <translation>%1 working days</translation>
    </message>
    <message>
        <source>%1 tháng</source>
        <translation>%1 months</translation>
    </message>
    <message>
        <source>%1 đồng</source>
        <translation>%1 đồng</translation>
    </message>
    <message>
        <source>,</source>
        <translation>.</translation>
    </message>
    <message>
        <source>1 giờ</source>
        <translation>1 hour</translation>
    </message>
    <message>
        <source>1 ngày</source>
        <translation>1 day</translation>
    </message>
    <message>
        <source>1 ngày làm việc</source>
        <translation>1 working day</translation>
    </message>
    <message>
        <source>1 tháng</source>
        <translation>1 month</translation>
    </message>
    <message>
        <source>Bản chính: %1</source>
        <translation>Originals: %1</translation>
    </message>
    <message>
        <source>Bản sao: %1</source>
        <translation>Copies: %1</translation>
    </message>
    <message>
        <source>Chưa ghi rõ</source>
        <translation>Not stated</translation>
    </message>
    <message>
        <source>Có nhiều mức thu.</source>
        <translation>There are several rates.</translation>
    </message>
    <message>
        <source>Có thể thu phí</source>
        <translation>There may be a fee</translation>
    </message>
    <message>
        <source>Dữ liệu ngày %1.</source>
        <translation>Data of %1.</translation>
    </message>
    <message>
        <source>Ghi là %1, không rõ ngày hay giờ</source>
        <translation>Written as %1, days or hours not stated</translation>
    </message>
    <message>
        <source>Hỏi cán bộ</source>
        <translation>Ask the staff</translation>
    </message>
    <message>
        <source>Hỏi cán bộ để biết quầy.</source>
        <translation>Ask the staff which counter.</translation>
    </message>
    <message>
        <source>Miễn phí</source>
        <translation>Free</translation>
    </message>
    <message>
        <source>Máy chỉ biết tên việc này. Mời ông/bà hỏi cán bộ.</source>
        <translation>The kiosk knows only its name. Please ask the staff.</translation>
    </message>
    <message>
        <source>Mức thu chưa ghi rõ</source>
        <translation>Amount not stated</translation>
    </message>
    <message>
        <source>Mức thu chưa ghi rõ.</source>
        <translation>The amount is not stated.</translation>
    </message>
    <message>
        <source>Mức thu do thành phố quy định.</source>
        <translation>The city sets the amount.</translation>
    </message>
    <message>
        <source>Mức thu tại phường này.</source>
        <translation>The amount in this ward.</translation>
    </message>
    <message>
        <source>Theo Cổng Dịch vụ công quốc gia.</source>
        <translation>From the National Public Service Portal.</translation>
    </message>
    <message>
        <source>Theo Quyết định %1 ngày %2.</source>
        <translation>By Decision %1 of %2.</translation>
    </message>
    <message>
        <source>Theo Quyết định %1.</source>
        <translation>By Decision %1.</translation>
    </message>
    <message>
        <source>Thời hạn chưa ghi rõ.</source>
        <translation>The time is not stated.</translation>
    </message>
    <message>
        <source>Tùy trường hợp</source>
        <translation>Depends on the case</translation>
    </message>
    <message>
        <source>Tại sảnh này</source>
        <translation>In this hall</translation>
    </message>
    <message>
        <source>Việc này không làm tại phường.</source>
        <translation>This is not done at the ward.</translation>
    </message>
    <message>
        <source>Xem mức thu</source>
        <translation>See the amounts</translation>
    </message>
    <message>
        <source>Xem từng cách nộp.</source>
        <translation>See each way to file.</translation>
    </message>
</context>
<context>
    <name>Fields</name>
    <message>
        <source>%1 việc</source>
        <translation>Procedures: %1</translation>
    </message>
    <message>
        <source>Lĩnh vực chữ %1</source>
        <translation>Fields with letters %1</translation>
    </message>
</context>
<context>
    <name>FieldsScreen</name>
    <message>
        <source>Chọn lĩnh vực ông/bà cần</source>
        <translation>Choose a field</translation>
    </message>
    <message>
        <source>Không thấy? Tìm việc khác</source>
        <translation>Not here? Search</translation>
    </message>
    <message>
        <source>Máy chưa có danh mục việc</source>
        <translation>This kiosk has no list of procedures yet</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ.</source>
        <translation>Please ask a staff member.</translation>
    </message>
    <message>
        <source>Việc theo lĩnh vực</source>
        <translation>Procedures by field</translation>
    </message>
</context>
<context>
    <name>FindingRow</name>
    <message>
        <source>Tốt</source>
        <translation>Good</translation>
    </message>
</context>
<context>
    <name>FormChoices</name>
    <message>
        <source>Chạm để chọn hoặc bỏ. Không chọn cũng được.</source>
        <translation>Touch to choose or take back. None is fine, too.</translation>
    </message>
    <message>
        <source>Giữ chỗ 15 phút</source>
        <translation>Keep for 15 minutes</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Ông/bà có muốn thêm không?</source>
        <translation>Would you like this, too?</translation>
    </message>
</context>
<context>
    <name>FormClosed</name>
    <message>
        <source>Cán bộ tại quầy vẫn nhận hồ sơ của ông/bà.</source>
        <translation>The staff at the counter still take your papers.</translation>
    </message>
    <message>
        <source>Hỏi cán bộ</source>
        <translation>Ask the staff</translation>
    </message>
    <message>
        <source>Mang đủ giấy tờ, cán bộ ghi giúp tờ khai.</source>
        <translation>Bring all papers; the staff help with the form.</translation>
    </message>
    <message>
        <source>Máy tạm chưa nhận khai trước</source>
        <translation>This machine takes no pre-registrations for now</translation>
    </message>
    <message>
        <source>Máy vẫn in giấy tờ cần mang và tra hồ sơ.</source>
        <translation>You can still print the list and follow a dossier here.</translation>
    </message>
    <message>
        <source>Xem giấy tờ</source>
        <translation>See the papers</translation>
    </message>
    <message>
        <source>Ông/bà không mất gì. Việc vẫn làm được tại quầy.</source>
        <translation>You lose nothing. The counter does it as usual.</translation>
    </message>
</context>
<context>
    <name>FormQuestion</name>
    <message>
        <source>%1. Câu %2 trong %3</source>
        <translation>%1. Question %2 of %3</translation>
    </message>
    <message>
        <source>Chỉ biết năm thì chạm ô Năm.</source>
        <translation>If only the year is known, touch Year.</translation>
    </message>
    <message>
        <source>Câu %1 trong %2</source>
        <translation>Question %1 of %2</translation>
    </message>
    <message>
        <source>Câu này không lấy từ thẻ. Mời ông/bà gõ.</source>
        <translation>The card does not answer this. Please type it.</translation>
    </message>
    <message>
        <source>Gõ, hoặc quét mã trên thẻ căn cước.</source>
        <translation>Type, or scan the code on the identity card.</translation>
    </message>
    <message>
        <source>Mã này không phải thẻ căn cước. Mời ông/bà gõ.</source>
        <translation>This code is not an identity card. Please type.</translation>
    </message>
    <message>
        <source>Ô này đã đầy. Máy không nhận thêm.</source>
        <translation>This box is full. It takes no more.</translation>
    </message>
    <message>
        <source>Đã điền từ thẻ. Cán bộ vẫn xem thẻ.</source>
        <translation>Filled in from the card. Officers still check it.</translation>
    </message>
</context>
<context>
    <name>FormQuestionScreen</name>
    <message>
        <source>Bỏ qua</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Bỏ qua câu này</source>
        <translation>Skip this question</translation>
    </message>
    <message>
        <source>Giữ</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Giữ chỗ</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Giữ chỗ 15 phút</source>
        <translation>Keep for 15 minutes</translation>
    </message>
    <message>
        <source>Giữ câu này</source>
        <translation>Keep this answer</translation>
    </message>
    <message>
        <source>Tiếp</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>FormStartScreen</name>
    <message>
        <source>Chưa gửi thì máy không giữ gì cả.</source>
        <translation>Nothing is kept before you send it.</translation>
    </message>
    <message>
        <source>Chỉ cán bộ ở cổng thành phố mở được.</source>
        <translation>Only officers at the city portal can open them.</translation>
    </message>
    <message>
        <source>Gọi điện, gửi bưu điện: máy hỏi riêng</source>
        <translation>Calls and post are asked separately</translation>
    </message>
    <message>
        <source>Khai trước %1 câu, rồi đưa phiếu cho cán bộ.</source>
        <translation>Answer %1 questions, then give the slip to the staff.</translation>
    </message>
    <message>
        <source>Không chọn thì không mất gì.</source>
        <translation>Choosing neither loses nothing.</translation>
    </message>
    <message>
        <source>Không khai</source>
        <translation>No thanks</translation>
    </message>
    <message>
        <source>Máy khoá kín điều ông/bà khai</source>
        <translation>The kiosk locks your answers</translation>
    </message>
    <message>
        <source>Máy đang chạy thử</source>
        <translation>This kiosk is on trial</translation>
    </message>
    <message>
        <source>Phiếu này chưa phải giấy tiếp nhận hồ sơ.</source>
        <translation>It is not yet a receipt for your dossier.</translation>
    </message>
    <message>
        <source>Số phiếu khai vẫn hiện trên màn hình.</source>
        <translation>The slip number still shows on the screen.</translation>
    </message>
    <message>
        <source>Ông/bà đổi ý thì chạm Kết thúc</source>
        <translation>Changed your mind? Touch Finish</translation>
    </message>
    <message>
        <source>Đây là phiếu khai trước</source>
        <translation>This is a pre-registration slip</translation>
    </message>
    <message>
        <source>Đồng ý, bắt đầu</source>
        <translation>I agree, start</translation>
    </message>
    <message>
        <source>Đừng khai tên và số thật.</source>
        <translation>Do not enter real names or numbers.</translation>
    </message>
</context>
<context>
    <name>HallInfo</name>
    <message>
        <source>Giờ làm việc</source>
        <translation>Opening hours</translation>
    </message>
</context>
<context>
    <name>HallInfoScreen</name>
    <message>
        <source>Chưa có giờ làm việc</source>
        <translation>Opening hours not given yet</translation>
    </message>
    <message>
        <source>Giờ làm việc và quầy</source>
        <translation>Opening hours and counters</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ trong sảnh.</source>
        <translation>Please ask the staff in the hall.</translation>
    </message>
</context>
<context>
    <name>HeaderBar</name>
    <message>
        <source>Biểu tượng của điểm phục vụ</source>
        <translation>Emblem of the service point</translation>
    </message>
</context>
<context>
    <name>Hero</name>
    <message>
        <source>%1, không có giá trị giấy tờ</source>
        <translation>%1: trial, not official</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Opening hours</translation>
    </message>
</context>
<context>
    <name>Home</name>
    <message>
        <source>Mã QR vẫn dùng được.</source>
        <translation>The QR code still works.</translation>
    </message>
    <message>
        <source>Tra hồ sơ</source>
        <translation>Follow a dossier</translation>
    </message>
    <message>
        <source>Việc khác</source>
        <translation>Other things</translation>
    </message>
    <message>
        <source>Xem A–Z</source>
        <translation>A–Z</translation>
    </message>
</context>
<context>
    <name>HomeScreen</name>
    <message>
        <source>%1/%2</source>
        <translation>%1/%2</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng được: khai sinh</source>
        <translation>In Vietnamese or English: birth</translation>
    </message>
    <message>
        <source>Tra hồ sơ</source>
        <translation>Follow a dossier</translation>
    </message>
    <message>
        <source>Tìm</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Tìm việc cần làm</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Việc khác</source>
        <translation>Other things</translation>
    </message>
    <message>
        <source>Việc khác ở đây</source>
        <translation>Other things here</translation>
    </message>
    <message>
        <source>Xem A–Z</source>
        <translation>A–Z</translation>
    </message>
    <message>
        <source>Xem lại</source>
        <translation>Again</translation>
    </message>
    <message>
        <source>Xem lại từ đầu</source>
        <translation>Back to the start</translation>
    </message>
    <message>
        <source>Xem tiếp</source>
        <translation>Read on</translation>
    </message>
    <message>
        <source>Ông/bà cần gì?</source>
        <translation>What do you need?</translation>
    </message>
    <message>
        <source>Ông/bà cần làm việc gì?</source>
        <translation>What do you need?</translation>
    </message>
</context>
<context>
    <name>Hotlines</name>
    <message>
        <source>Chưa có số để gọi</source>
        <translation>No numbers to call yet</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ trong sảnh.</source>
        <translation>Please ask the staff in the hall.</translation>
    </message>
    <message>
        <source>Đã xem xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Đường dây nóng</source>
        <translation>Hotlines</translation>
    </message>
</context>
<context>
    <name>Hub</name>
    <message>
        <source>Các điểm phục vụ</source>
        <translation>Service points</translation>
    </message>
    <message>
        <source>Giờ làm việc và quầy</source>
        <translation>Opening hours and counters</translation>
    </message>
    <message>
        <source>Góp ý với phường, xã</source>
        <translation>Feedback to the ward</translation>
    </message>
    <message>
        <source>Học sinh tập làm</source>
        <translation>Practice for pupils</translation>
    </message>
    <message>
        <source>Hỏi và đáp</source>
        <translation>Questions and answers</translation>
    </message>
    <message>
        <source>Máy này có lỗi</source>
        <translation>This machine has a fault</translation>
    </message>
    <message>
        <source>Nhập mã giữ chỗ</source>
        <translation>Enter your keeping code</translation>
    </message>
    <message>
        <source>Nộp tại nhà</source>
        <translation>File from home</translation>
    </message>
    <message>
        <source>Số liệu mở</source>
        <translation>Open numbers</translation>
    </message>
    <message>
        <source>Thông báo</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Trả lời thăm dò</source>
        <translation>Answer a survey</translation>
    </message>
    <message>
        <source>Việc khác ở đây</source>
        <translation>Other things here</translation>
    </message>
    <message>
        <source>Ông/bà đã tìm được giấy tờ</source>
        <translation>You have found your papers</translation>
    </message>
    <message>
        <source>Đánh giá máy này</source>
        <translation>Rate this machine</translation>
    </message>
    <message>
        <source>Đường dây nóng</source>
        <translation>Hotlines</translation>
    </message>
</context>
<context>
    <name>KButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Đang làm…</source>
        <translation>Working…</translation>
    </message>
</context>
<context>
    <name>KeepPlace</name>
    <message>
        <source>Khai tiếp</source>
        <translation>Go on now</translation>
    </message>
    <message>
        <source>Máy hết chỗ giữ lúc này</source>
        <translation>No place is free just now</translation>
    </message>
    <message>
        <source>Mã chỉ dùng một lần, trong 15 phút.</source>
        <translation>The code works once, within 15 minutes.</translation>
    </message>
    <message>
        <source>Mã giữ chỗ: %1</source>
        <translation>Keeping code: %1</translation>
    </message>
    <message>
        <source>Mời ông/bà khai tiếp, hoặc hỏi cán bộ.</source>
        <translation>Please go on, or ask the staff.</translation>
    </message>
    <message>
        <source>Nhớ bốn chữ số trên, đừng cho ai biết.</source>
        <translation>Remember the four digits; tell nobody.</translation>
    </message>
    <message>
        <source>Quá 15 phút, máy xoá hết điều đã khai.</source>
        <translation>After 15 minutes all answers are wiped.</translation>
    </message>
    <message>
        <source>Về máy này, chạm Việc khác, rồi Nhập mã.</source>
        <translation>Come back here, touch Other things, then enter the code.</translation>
    </message>
    <message>
        <source>Đi tìm giấy tờ</source>
        <translation>Look for papers</translation>
    </message>
</context>
<context>
    <name>Keyboard</name>
    <message>
        <source>Bàn phím</source>
        <translation>Keyboard</translation>
    </message>
    <message>
        <source>Bỏ dấu</source>
        <translation>No tone</translation>
    </message>
    <message>
        <source>Tìm</source>
        <translation>Search</translation>
    </message>
    <message>
        <source>Xoá hết</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Xoá một chữ</source>
        <translation>Delete one letter</translation>
    </message>
    <message>
        <source>bỏ dấu</source>
        <translation>no tone</translation>
    </message>
    <message>
        <source>dấu %1</source>
        <translation>tone mark %1</translation>
    </message>
    <message>
        <source>dấu cách</source>
        <translation>space</translation>
    </message>
    <message>
        <source>huyền</source>
        <translation>huyền</translation>
    </message>
    <message>
        <source>hỏi</source>
        <translation>hỏi</translation>
    </message>
    <message>
        <source>ngã</source>
        <translation>ngã</translation>
    </message>
    <message>
        <source>nặng</source>
        <translation>nặng</translation>
    </message>
    <message>
        <source>sắc</source>
        <translation>sắc</translation>
    </message>
</context>
<context>
    <name>Machine</name>
    <message>
        <source>Chưa đổi được. Cách cũ vẫn dùng.</source>
        <translation>Not changed. The old way stays in use.</translation>
    </message>
    <message>
        <source>Hệ thống không cho máy này đổi.</source>
        <translation>This machine is not allowed to change it.</translation>
    </message>
    <message>
        <source>Không thấy mạng này nữa.</source>
        <translation>This network is no longer in reach.</translation>
    </message>
    <message>
        <source>Mạng không trả lời. Cách cũ vẫn dùng.</source>
        <translation>The network does not answer. The old way stays in use.</translation>
    </message>
    <message>
        <source>Mật khẩu Wi-Fi không đúng.</source>
        <translation>The Wi-Fi password is wrong.</translation>
    </message>
</context>
<context>
    <name>Main</name>
    <message>
        <source>Chữ to</source>
        <translation>Big text</translation>
    </message>
    <message>
        <source>Gọi giúp</source>
        <translation>Help</translation>
    </message>
    <message>
        <source>Hạ thấp</source>
        <translation>Lower</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>Finish</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Màn hình đang che. Chạm để mở.</source>
        <translation>The screen is covered. Touch to open it.</translation>
    </message>
    <message>
        <source>Nghe đọc</source>
        <translation>Listen</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Trợ năng</source>
        <translation>Access</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>MessageContact</name>
    <message>
        <source>Bỏ qua</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Số điện thoại có mười chữ số, bắt đầu bằng 0.</source>
        <translation>A telephone number has ten digits and begins with 0.</translation>
    </message>
    <message>
        <source>Số điện thoại của ông/bà?</source>
        <translation>Your telephone number?</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Để cán bộ gọi lại. Không bắt buộc.</source>
        <translation>So that staff can call you back. Not required.</translation>
    </message>
</context>
<context>
    <name>MessageDone</name>
    <message>
        <source>Cán bộ sẽ xem máy khi nhận được lời báo.</source>
        <translation>Staff will look when the report reaches them.</translation>
    </message>
    <message>
        <source>Cổng đã nhận. Ông/bà không phải làm lại.</source>
        <translation>The portal has it. You need not do it again.</translation>
    </message>
    <message>
        <source>Máy chưa gửi được. Mời ông/bà báo cán bộ.</source>
        <translation>It could not be sent. Please tell the staff.</translation>
    </message>
    <message>
        <source>Máy đã giữ, sẽ tự gửi. Ông/bà không phải làm lại.</source>
        <translation>It is kept and will be sent. You need not do it again.</translation>
    </message>
    <message>
        <source>Phiếu chưa rút xong. Ông/bà tra lại số phiếu để biết.</source>
        <translation>It is not withdrawn yet. Look up your slip number to see when it is.</translation>
    </message>
    <message>
        <source>Ông/bà giữ mã này để xem câu trả lời.</source>
        <translation>Keep this code to read the answer.</translation>
    </message>
</context>
<context>
    <name>MessageDoneScreen</name>
    <message>
        <source>Làm việc khác</source>
        <translation>Do something else</translation>
    </message>
    <message>
        <source>Mã QR của câu hỏi</source>
        <translation>QR code of the question</translation>
    </message>
    <message>
        <source>Mã câu hỏi</source>
        <translation>Question code</translation>
    </message>
    <message>
        <source>Xong, xoá hết</source>
        <translation>Done, wipe everything</translation>
    </message>
</context>
<context>
    <name>MessageReview</name>
    <message>
        <source>Gọi lại số</source>
        <translation>Call back</translation>
    </message>
    <message>
        <source>Gửi là ông/bà đồng ý cho cán bộ đọc.</source>
        <translation>Sending it, you agree that staff read it.</translation>
    </message>
    <message>
        <source>Không để lại số</source>
        <translation>No number left</translation>
    </message>
    <message>
        <source>Lời của ông/bà</source>
        <translation>Your words</translation>
    </message>
    <message>
        <source>Lời ông/bà viết vẫn còn. Mời gọi cán bộ.</source>
        <translation>Your words are still here. Please call the staff.</translation>
    </message>
    <message>
        <source>Máy chưa giữ được lời này</source>
        <translation>It could not be kept yet</translation>
    </message>
    <message>
        <source>Máy niêm kín, chỉ cán bộ được giao mới đọc được.</source>
        <translation>It is sealed: only the officer in charge can read it.</translation>
    </message>
    <message>
        <source>Sửa lời</source>
        <translation>Change it</translation>
    </message>
    <message>
        <source>Về việc</source>
        <translation>About</translation>
    </message>
    <message>
        <source>Ông/bà xem lại cho đúng</source>
        <translation>Please check once more</translation>
    </message>
    <message>
        <source>Đồng ý và gửi</source>
        <translation>Agree and send</translation>
    </message>
</context>
<context>
    <name>MessageText</name>
    <message>
        <source>Ông/bà viết thêm vài chữ.</source>
        <translation>Please write a few more words.</translation>
    </message>
    <message>
        <source>Đã hết chỗ viết. Ông/bà gửi hai lần nhé.</source>
        <translation>No more room. Please send it in two parts.</translation>
    </message>
    <message>
        <source>Đừng ghi tên hay số căn cước.</source>
        <translation>Write no names or identity numbers.</translation>
    </message>
</context>
<context>
    <name>MessageTextScreen</name>
    <message>
        <source>Tiếp</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>Messages</name>
    <message>
        <source>Bao giờ có kết quả</source>
        <translation>When the result comes</translation>
    </message>
    <message>
        <source>Chỗ khác</source>
        <translation>Something else</translation>
    </message>
    <message>
        <source>Giấy tờ cần mang</source>
        <translation>Papers to bring</translation>
    </message>
    <message>
        <source>Góp ý với phường, xã</source>
        <translation>Feedback to the ward</translation>
    </message>
    <message>
        <source>Hỏi một câu</source>
        <translation>Ask a question</translation>
    </message>
    <message>
        <source>Màn hình, nút chạm</source>
        <translation>Screen and touch</translation>
    </message>
    <message>
        <source>Máy bị làm sao?</source>
        <translation>What is wrong with the machine?</translation>
    </message>
    <message>
        <source>Máy hỏng ở đâu?</source>
        <translation>What is broken?</translation>
    </message>
    <message>
        <source>Máy in không ra giấy</source>
        <translation>The printer gives no paper</translation>
    </message>
    <message>
        <source>Máy này có lỗi</source>
        <translation>This machine has a fault</translation>
    </message>
    <message>
        <source>Máy tự phục vụ</source>
        <translation>The kiosk</translation>
    </message>
    <message>
        <source>Máy đã ghi lỗi, cảm ơn ông/bà</source>
        <translation>The fault is noted, thank you</translation>
    </message>
    <message>
        <source>Máy đã giữ câu hỏi</source>
        <translation>Your question is kept</translation>
    </message>
    <message>
        <source>Máy đã giữ góp ý</source>
        <translation>Your feedback is kept</translation>
    </message>
    <message>
        <source>Máy đã giữ yêu cầu rút phiếu</source>
        <translation>The kiosk keeps your request to withdraw</translation>
    </message>
    <message>
        <source>Nơi làm, giờ làm</source>
        <translation>Place and hours</translation>
    </message>
    <message>
        <source>Sảnh và chỗ ngồi</source>
        <translation>The hall and its seats</translation>
    </message>
    <message>
        <source>Thông tin chưa đúng</source>
        <translation>Information is not right</translation>
    </message>
    <message>
        <source>Tiếng, tai nghe</source>
        <translation>Sound and headphones</translation>
    </message>
    <message>
        <source>Tiền phải trả</source>
        <translation>What it costs</translation>
    </message>
    <message>
        <source>Việc hướng dẫn</source>
        <translation>The guidance</translation>
    </message>
    <message>
        <source>Việc khác</source>
        <translation>Other things</translation>
    </message>
    <message>
        <source>Ông/bà góp ý về việc gì?</source>
        <translation>What is your feedback about?</translation>
    </message>
    <message>
        <source>Ông/bà góp ý điều gì?</source>
        <translation>What would you like to say?</translation>
    </message>
    <message>
        <source>Ông/bà hỏi về việc gì?</source>
        <translation>What is your question about?</translation>
    </message>
    <message>
        <source>Ông/bà muốn hỏi gì?</source>
        <translation>What would you like to ask?</translation>
    </message>
</context>
<context>
    <name>MoreButtons</name>
    <message>
        <source>Các bước</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Các bước làm việc này</source>
        <translation>Steps of this procedure</translation>
    </message>
    <message>
        <source>Căn cứ</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Căn cứ pháp lý của việc này</source>
        <translation>Legal basis of this procedure</translation>
    </message>
    <message>
        <source>Xem thêm</source>
        <translation>More</translation>
    </message>
    <message>
        <source>Xem thêm về việc này</source>
        <translation>More about this procedure</translation>
    </message>
</context>
<context>
    <name>Notices</name>
    <message>
        <source>Hôm nay chưa có thông báo</source>
        <translation>No notices today</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ trong sảnh.</source>
        <translation>Please ask the staff in the hall.</translation>
    </message>
    <message>
        <source>Thông báo</source>
        <translation>Notices</translation>
    </message>
    <message>
        <source>Văn bản %1</source>
        <translation>Document %1</translation>
    </message>
    <message>
        <source>Văn bản %1, ngày %2</source>
        <translation>Document %1 of %2</translation>
    </message>
    <message>
        <source>Đã đọc xong</source>
        <translation>I have read it</translation>
    </message>
</context>
<context>
    <name>NumberPad</name>
    <message>
        <source>Bàn phím số</source>
        <translation>Number keys</translation>
    </message>
    <message>
        <source>Xoá hết</source>
        <translation>Clear</translation>
    </message>
    <message>
        <source>Xoá một số</source>
        <translation>Delete one digit</translation>
    </message>
</context>
<context>
    <name>NumberedRow</name>
    <message>
        <source>%1. %2</source>
        <translation>%1. %2</translation>
    </message>
</context>
<context>
    <name>OfficialLinkScreen</name>
    <message>
        <source>Máy không có địa chỉ của trang này</source>
        <translation>There is no address for this page</translation>
    </message>
    <message>
        <source>Mã QR dẫn tới trang chính thức của việc này</source>
        <translation>QR code of this procedure&apos;s official page</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ.</source>
        <translation>Please ask a staff member.</translation>
    </message>
    <message>
        <source>Quét mã bằng điện thoại để mở trang này.</source>
        <translation>Scan the code with your phone to open this page.</translation>
    </message>
    <message>
        <source>Trang có hồ sơ đầy đủ và nơi nộp trên mạng. Máy này không mở trang mạng.</source>
        <translation>The page has the full record and online filing. This kiosk opens no web pages.</translation>
    </message>
    <message>
        <source>Đã quét xong</source>
        <translation>I have scanned it</translation>
    </message>
    <message>
        <source>Đọc thêm trên Cổng Dịch vụ công</source>
        <translation>Read more on the public portal</translation>
    </message>
</context>
<context>
    <name>OnlineGuideScreen</name>
    <message>
        <source>Cài VNeID, xác nhận tài khoản tại công an phường.</source>
        <translation>Install VNeID (the national identity app). Confirm it at the ward police.</translation>
    </message>
    <message>
        <source>Mã QR của Cổng Dịch vụ công quốc gia</source>
        <translation>QR code of the National Public Service Portal</translation>
    </message>
    <message>
        <source>Mở Cổng, đăng nhập bằng VNeID.</source>
        <translation>Open the Portal, sign in with VNeID.</translation>
    </message>
    <message>
        <source>Nhận kết quả qua bưu điện hoặc tại sảnh.</source>
        <translation>Get the result by post or in the hall.</translation>
    </message>
    <message>
        <source>Nộp hồ sơ tại nhà</source>
        <translation>Apply from home</translation>
    </message>
    <message>
        <source>Trên Cổng Dịch vụ công quốc gia, bằng điện thoại.</source>
        <translation>On the National Public Service Portal, by phone.</translation>
    </message>
    <message>
        <source>Trả phí trên mạng, chờ tin nhắn.</source>
        <translation>Pay the fee online, wait for a message.</translation>
    </message>
    <message>
        <source>Tìm tên việc, chụp giấy tờ, điền tờ khai.</source>
        <translation>Find the procedure, photograph papers, fill in the form.</translation>
    </message>
    <message>
        <source>Tôi đã hiểu</source>
        <translation>I understand</translation>
    </message>
    <message>
        <source>Xem giấy tờ</source>
        <translation>See the papers</translation>
    </message>
</context>
<context>
    <name>OpenNumbers</name>
    <message>
        <source>%1 phiếu và lời nhắn</source>
        <translation>%1 slips and messages</translation>
    </message>
    <message>
        <source>%1 trong 100 hồ sơ</source>
        <translation>%1 of 100 dossiers</translation>
    </message>
    <message>
        <source>Chưa có số liệu này.</source>
        <translation>This number is not known yet.</translation>
    </message>
    <message>
        <source>Câu hỏi chờ trả lời lâu nhất</source>
        <translation>The question waiting longest</translation>
    </message>
    <message>
        <source>Hồ sơ trả đúng hẹn</source>
        <translation>Dossiers ready on time</translation>
    </message>
    <message>
        <source>Không có phiếu hay lời nhắn nào chờ.</source>
        <translation>No slip and no message waits.</translation>
    </message>
    <message>
        <source>Lâu nhất từ %1, ngày %2</source>
        <translation>The oldest since %1, %2</translation>
    </message>
    <message>
        <source>Số liệu mở</source>
        <translation>Open numbers</translation>
    </message>
    <message>
        <source>Tính từ %1 đến %2</source>
        <translation>Counted from %1 to %2</translation>
    </message>
    <message>
        <source>Đang chờ gửi từ máy này</source>
        <translation>Waiting to be sent from here</translation>
    </message>
    <message>
        <source>Đã chờ %1 ngày</source>
        <translation>Waiting for %1 days</translation>
    </message>
    <message>
        <source>Đã xem xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Opening</name>
    <message>
        <source>%1. Mở lại %2 hôm nay</source>
        <translation>%1. Opens again at %2 today</translation>
    </message>
    <message>
        <source>%1. Mở lại %2, %3</source>
        <translation>%1. Opens again %2, %3</translation>
    </message>
    <message>
        <source>Đang mở cửa đến %1</source>
        <translation>Open now, until %1</translation>
    </message>
    <message>
        <source>Đang nghỉ: %1</source>
        <translation>Closed: %1</translation>
    </message>
    <message>
        <source>Đang đóng cửa</source>
        <translation>Closed now</translation>
    </message>
</context>
<context>
    <name>OutOfOrderScreen</name>
    <message>
        <source>Máy đang tạm nghỉ</source>
        <translation>Out of service for now</translation>
    </message>
    <message>
        <source>Mời ông/bà gặp cán bộ trong sảnh. Máy tự mở lại trong một phút.</source>
        <translation>Please see the staff in the hall. The kiosk is back within a minute.</translation>
    </message>
    <message>
        <source>Phiếu ông/bà đã gửi vẫn còn.</source>
        <translation>Slips you sent are safe.</translation>
    </message>
</context>
<context>
    <name>OwnPapers</name>
    <message>
        <source>Hỏi cán bộ xem có cần không.</source>
        <translation>Ask the staff whether you need it.</translation>
    </message>
    <message>
        <source>Theo câu trả lời của ông/bà.</source>
        <translation>According to your answers.</translation>
    </message>
</context>
<context>
    <name>PadPage</name>
    <message>
        <source>Đang tìm…</source>
        <translation>Looking…</translation>
    </message>
</context>
<context>
    <name>PagedList</name>
    <message>
        <source>%1–%2 trong %3</source>
        <translation>%1–%2 of %3</translation>
    </message>
    <message>
        <source>Danh sách</source>
        <translation>List</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Đang xem %1–%2 trong %3</source>
        <translation>Showing %1–%2 of %3</translation>
    </message>
</context>
<context>
    <name>Pager</name>
    <message>
        <source>%1–%2 trong %3</source>
        <translation>%1–%2 of %3</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Đang xem %1–%2 trong %3</source>
        <translation>Showing %1–%2 of %3</translation>
    </message>
</context>
<context>
    <name>Places</name>
    <message>
        <source>Chưa có danh sách điểm</source>
        <translation>No list of points yet</translation>
    </message>
    <message>
        <source>Các điểm phục vụ</source>
        <translation>Service points</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ trong sảnh.</source>
        <translation>Please ask the staff in the hall.</translation>
    </message>
    <message>
        <source>Điểm này</source>
        <translation>This point</translation>
    </message>
    <message>
        <source>Điện thoại: %1</source>
        <translation>Telephone: %1</translation>
    </message>
    <message>
        <source>Đã xem xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PleaseWait</name>
    <message>
        <source>Cán bộ tại quầy tra giúp ông/bà ngay được.</source>
        <translation>Staff at the counter can look it up now.</translation>
    </message>
    <message>
        <source>Hỏi cán bộ</source>
        <translation>Ask the staff</translation>
    </message>
    <message>
        <source>Máy nghỉ tra cứu một lát</source>
        <translation>Looking up rests for a while</translation>
    </message>
    <message>
        <source>Máy nghỉ để giữ kín hồ sơ của mọi người.</source>
        <translation>The rest keeps everybody&apos;s dossiers private.</translation>
    </message>
    <message>
        <source>Mời ông/bà thử lại sau %1 phút.</source>
        <translation>Please come back in %1 minutes.</translation>
    </message>
    <message>
        <source>Nhiều số và mã chưa khớp vừa được nhập.</source>
        <translation>Many numbers and codes did not match.</translation>
    </message>
    <message>
        <source>Về trang đầu</source>
        <translation>Back to the first page</translation>
    </message>
</context>
<context>
    <name>Plot</name>
    <message>
        <source>Lượt dùng từng ngày: %1</source>
        <translation>Visits by day: %1</translation>
    </message>
</context>
<context>
    <name>Poll</name>
    <message>
        <source>Có câu hỏi mới, máy sẽ mời ông/bà.</source>
        <translation>When there is a question, this kiosk will ask you.</translation>
    </message>
    <message>
        <source>Cảm ơn ông/bà</source>
        <translation>Thank you</translation>
    </message>
    <message>
        <source>Hôm nay không có thăm dò</source>
        <translation>No survey today</translation>
    </message>
    <message>
        <source>Không trả lời</source>
        <translation>No answer</translation>
    </message>
    <message>
        <source>Máy chưa giữ được câu trả lời</source>
        <translation>The answer could not be kept</translation>
    </message>
    <message>
        <source>Máy đã giữ câu trả lời, không kèm tên.</source>
        <translation>Your answer is kept, without a name.</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>PortalWords</name>
    <message>
        <source>Máy chưa nhận tin từ thành phố.</source>
        <translation>No news from the city yet.</translation>
    </message>
    <message>
        <source>Tin nhận lúc %1, ngày %2</source>
        <translation>News received at %1, %2</translation>
    </message>
    <message>
        <source>Từ ngày %1</source>
        <translation>From %1</translation>
    </message>
    <message>
        <source>Từ ngày %1 đến hết ngày %2</source>
        <translation>From %1 to the end of %2</translation>
    </message>
</context>
<context>
    <name>PrintSheet</name>
    <message>
        <source>Bài tập cho học sinh</source>
        <translation>Lesson for pupils</translation>
    </message>
    <message>
        <source>Em làm cùng gia đình. Không gửi đi đâu.</source>
        <translation>Do it with your family. It is sent nowhere.</translation>
    </message>
    <message>
        <source>Em đã tập xong</source>
        <translation>You have practised</translation>
    </message>
    <message>
        <source>Giấy tờ cần mang</source>
        <translation>Papers to bring</translation>
    </message>
    <message>
        <source>Máy in bài tập. Không gửi và không giữ gì.</source>
        <translation>The lesson is printed. Nothing is sent or kept.</translation>
    </message>
    <message>
        <source>Máy in danh sách cho ông/bà.</source>
        <translation>The kiosk prints the list for you.</translation>
    </message>
</context>
<context>
    <name>PrintSheetScreen</name>
    <message>
        <source>Lưu điện thoại</source>
        <translation>To phone</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Printer</name>
    <message>
        <source>Cán bộ cần bật lại máy in.</source>
        <translation>Staff must switch it on.</translation>
    </message>
    <message>
        <source>Cán bộ cần gỡ giấy kẹt.</source>
        <translation>Staff must clear the jam.</translation>
    </message>
    <message>
        <source>Cán bộ cần thay giấy.</source>
        <translation>Staff must add paper.</translation>
    </message>
    <message>
        <source>Cán bộ cần xem dây nối máy in.</source>
        <translation>Staff must check it.</translation>
    </message>
    <message>
        <source>Cán bộ cần đóng nắp máy in.</source>
        <translation>Staff must close the cover.</translation>
    </message>
    <message>
        <source>Máy in bị kẹt</source>
        <translation>The printer is jammed</translation>
    </message>
    <message>
        <source>Máy in chưa trả lời</source>
        <translation>The printer does not answer yet</translation>
    </message>
    <message>
        <source>Máy in dùng được rồi</source>
        <translation>The printer works again</translation>
    </message>
    <message>
        <source>Máy in hết giấy</source>
        <translation>The printer is out of paper</translation>
    </message>
    <message>
        <source>Máy in mất kết nối</source>
        <translation>Printer not connected</translation>
    </message>
    <message>
        <source>Máy in đang bận</source>
        <translation>The printer is busy</translation>
    </message>
    <message>
        <source>Máy in đang tạm dừng</source>
        <translation>The printer is paused</translation>
    </message>
    <message>
        <source>Máy đang hỏi lại máy in.</source>
        <translation>The kiosk is asking the printer again.</translation>
    </message>
    <message>
        <source>Nắp máy in đang mở</source>
        <translation>The printer’s cover is open</translation>
    </message>
    <message>
        <source>Ông/bà chạm In để lấy giấy.</source>
        <translation>Touch Print to get the paper.</translation>
    </message>
    <message>
        <source>Ông/bà chờ một lát, máy sẽ hỏi lại.</source>
        <translation>Please wait; the kiosk asks again.</translation>
    </message>
</context>
<context>
    <name>PrinterTrouble</name>
    <message>
        <source>Ông/bà vẫn làm được mọi việc khác.</source>
        <translation>You can still do everything else.</translation>
    </message>
</context>
<context>
    <name>PrinterTroubleScreen</name>
    <message>
        <source>Hỏi cán bộ ở quầy</source>
        <translation>Ask at a counter</translation>
    </message>
    <message>
        <source>In ra giấy</source>
        <translation>Print on paper</translation>
    </message>
    <message>
        <source>Lưu vào điện thoại bằng mã QR</source>
        <translation>Save to phone (QR)</translation>
    </message>
    <message>
        <source>Đi tiếp, in sau</source>
        <translation>Go on, print later</translation>
    </message>
</context>
<context>
    <name>Procedure</name>
    <message>
        <source>Mã %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Quyết định %1, dữ liệu ngày %2</source>
        <translation>Decision %1, data of %2</translation>
    </message>
    <message>
        <source>Tên chính thức: %1, mã %2</source>
        <translation>Official name: %1, code %2</translation>
    </message>
</context>
<context>
    <name>ProcedureActions</name>
    <message>
        <source>Chọn trường hợp</source>
        <translation>Choose your case</translation>
    </message>
    <message>
        <source>Giấy tờ của riêng tôi</source>
        <translation>My own papers</translation>
    </message>
    <message>
        <source>Giấy tờ của tôi</source>
        <translation>My papers</translation>
    </message>
    <message>
        <source>Hỏi cán bộ</source>
        <translation>Ask the staff</translation>
    </message>
    <message>
        <source>In giấy tờ</source>
        <translation>Print list</translation>
    </message>
    <message>
        <source>In giấy tờ cần mang</source>
        <translation>Print papers to bring</translation>
    </message>
    <message>
        <source>Khai trước</source>
        <translation>Pre-register</translation>
    </message>
    <message>
        <source>Khai trước tại máy này</source>
        <translation>Pre-register here</translation>
    </message>
    <message>
        <source>Lưu vào điện thoại</source>
        <translation>Save to phone</translation>
    </message>
    <message>
        <source>Lưu điện thoại</source>
        <translation>Save to phone</translation>
    </message>
    <message>
        <source>Xem việc thay thế</source>
        <translation>See what replaced it</translation>
    </message>
</context>
<context>
    <name>ProcedureCards</name>
    <message>
        <source>Cần biết</source>
        <translation>Please note</translation>
    </message>
    <message>
        <source>Cần mang gì: %1 thứ</source>
        <translation>What to bring: %1 things</translation>
    </message>
    <message>
        <source>Dữ liệu đã cũ, ngày %1</source>
        <translation>Old data, of %1</translation>
    </message>
    <message>
        <source>Hỏi lại cán bộ trước khi nộp.</source>
        <translation>Ask a staff member before you file.</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ.</source>
        <translation>Please ask a staff member.</translation>
    </message>
    <message>
        <source>Nguồn</source>
        <translation>Source</translation>
    </message>
    <message>
        <source>Nộp một lần, làm %1 việc</source>
        <translation>File once, for %1 matters</translation>
    </message>
    <message>
        <source>Phường báo thêm</source>
        <translation>A note from the ward</translation>
    </message>
    <message>
        <source>Việc này đã bãi bỏ từ ngày %1</source>
        <translation>No longer in force since %1</translation>
    </message>
    <message>
        <source>Đã có việc khác thay thế.</source>
        <translation>Another procedure has replaced it.</translation>
    </message>
</context>
<context>
    <name>ProcedureCasesScreen</name>
    <message>
        <source>Chưa rõ? Hỏi cán bộ</source>
        <translation>Not sure? Ask staff</translation>
    </message>
    <message>
        <source>Ông/bà thuộc trường hợp nào?</source>
        <translation>Which case is yours?</translation>
    </message>
</context>
<context>
    <name>ProcedureMore</name>
    <message>
        <source>Em cùng gia đình chuẩn bị giấy tờ.</source>
        <translation>Prepare the papers with your family.</translation>
    </message>
    <message>
        <source>In bài tập cho học sinh</source>
        <translation>Print a lesson for pupils</translation>
    </message>
</context>
<context>
    <name>ProcedureMoreScreen</name>
    <message>
        <source>Về trang việc này</source>
        <translation>Back to the procedure</translation>
    </message>
    <message>
        <source>Xem thêm về việc này</source>
        <translation>More about this procedure</translation>
    </message>
</context>
<context>
    <name>ProcedureScreen</name>
    <message>
        <source>%1–%2 trong %3</source>
        <translation>%1–%2 of %3</translation>
    </message>
    <message>
        <source>Bao nhiêu tiền</source>
        <translation>How much</translation>
    </message>
    <message>
        <source>Cần mang gì</source>
        <translation>What to bring</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Máy chưa có danh sách. Mời ông/bà hỏi cán bộ.</source>
        <translation>No list here yet. Please ask the staff.</translation>
    </message>
    <message>
        <source>Mất bao lâu</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Mời ông/bà tìm lại, hoặc hỏi cán bộ.</source>
        <translation>Please search again, or ask the staff.</translation>
    </message>
    <message>
        <source>Nộp ở đâu</source>
        <translation>Where</translation>
    </message>
    <message>
        <source>Việc này không còn trong máy</source>
        <translation>This procedure is no longer here</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>ProcedureSection</name>
    <message>
        <source>Lời của hồ sơ chính thức chỉ có tiếng Việt.</source>
        <translation>The official words are in Vietnamese only.</translation>
    </message>
</context>
<context>
    <name>ProcedureSectionScreen</name>
    <message>
        <source>Hồ sơ không ghi phần này</source>
        <translation>The record says nothing here</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ.</source>
        <translation>Please ask a staff member.</translation>
    </message>
    <message>
        <source>Đã đọc xong</source>
        <translation>I have read it</translation>
    </message>
</context>
<context>
    <name>QrPanel</name>
    <message>
        <source>Mã QR</source>
        <translation>QR code</translation>
    </message>
</context>
<context>
    <name>Rate</name>
    <message>
        <source>Bỏ qua, xong</source>
        <translation>Skip, done</translation>
    </message>
    <message>
        <source>Chữ nhỏ, khó đọc</source>
        <translation>Small letters</translation>
    </message>
    <message>
        <source>Chữ rõ, dễ đọc</source>
        <translation>Clear letters</translation>
    </message>
    <message>
        <source>Cảm ơn ông/bà</source>
        <translation>Thank you</translation>
    </message>
    <message>
        <source>Cảm ơn ông/bà đã chạm.</source>
        <translation>Thank you for your touch.</translation>
    </message>
    <message>
        <source>Dễ dùng</source>
        <translation>Easy</translation>
    </message>
    <message>
        <source>Khó dùng</source>
        <translation>Hard</translation>
    </message>
    <message>
        <source>Không ghi tên. Không hỏi về cán bộ.</source>
        <translation>No name. Not about the staff.</translation>
    </message>
    <message>
        <source>Không tìm thấy việc cần</source>
        <translation>I did not find it</translation>
    </message>
    <message>
        <source>Kết thúc</source>
        <translation>End</translation>
    </message>
    <message>
        <source>Làm nhanh</source>
        <translation>It was quick</translation>
    </message>
    <message>
        <source>Màn hình khó chạm</source>
        <translation>The screen is hard to touch</translation>
    </message>
    <message>
        <source>Máy chưa giữ được đánh giá</source>
        <translation>The rating could not be kept</translation>
    </message>
    <message>
        <source>Máy này dễ dùng không?</source>
        <translation>Is this machine easy to use?</translation>
    </message>
    <message>
        <source>Máy đã giữ đánh giá, không kèm tên.</source>
        <translation>Your rating is kept, without a name.</translation>
    </message>
    <message>
        <source>Máy đã xoá thông tin của ông/bà.</source>
        <translation>Your information is wiped.</translation>
    </message>
    <message>
        <source>Nhiều bước quá</source>
        <translation>Too many steps</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Rất dễ dùng</source>
        <translation>Very easy</translation>
    </message>
    <message>
        <source>Rất khó dùng</source>
        <translation>Very hard</translation>
    </message>
    <message>
        <source>Trả lời thăm dò</source>
        <translation>Answer the city&apos;s survey</translation>
    </message>
    <message>
        <source>Tìm được việc cần</source>
        <translation>I found what I needed</translation>
    </message>
    <message>
        <source>Tạm được</source>
        <translation>So-so</translation>
    </message>
    <message>
        <source>Tự làm được</source>
        <translation>I managed by myself</translation>
    </message>
    <message>
        <source>Vì sao ạ?</source>
        <translation>Why is that?</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Ông/bà chọn một lý do, hoặc bỏ qua.</source>
        <translation>Choose one reason, or skip.</translation>
    </message>
</context>
<context>
    <name>ReturnPlace</name>
    <message>
        <source>Bốn chữ số máy đã cho, trong 15 phút.</source>
        <translation>The four digits you were given, within 15 minutes.</translation>
    </message>
    <message>
        <source>Khai tiếp</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Không có chỗ nào giữ với mã này.</source>
        <translation>Nothing is kept under this code.</translation>
    </message>
    <message>
        <source>Mã giữ chỗ có đủ bốn chữ số.</source>
        <translation>The keeping code has four digits.</translation>
    </message>
    <message>
        <source>Mã giữ chỗ của ông/bà?</source>
        <translation>Your keeping code?</translation>
    </message>
    <message>
        <source>Xem lại mã. Quá 15 phút, mời ông/bà khai lại.</source>
        <translation>Check the code. After 15 minutes, please start again.</translation>
    </message>
</context>
<context>
    <name>RowsPage</name>
    <message>
        <source>Chưa chọn</source>
        <translation>Not chosen</translation>
    </message>
    <message>
        <source>Đã chọn</source>
        <translation>Chosen</translation>
    </message>
</context>
<context>
    <name>School</name>
    <message>
        <source>Em tập mọi việc. Máy không gửi gì đi.</source>
        <translation>Practise everything. Nothing is sent.</translation>
    </message>
    <message>
        <source>Em đang tập làm</source>
        <translation>You are practising</translation>
    </message>
    <message>
        <source>Ghi lại điều chưa rõ để hỏi cán bộ.</source>
        <translation>Write down what to ask the staff.</translation>
    </message>
    <message>
        <source>Học sinh tập làm</source>
        <translation>Practice for pupils</translation>
    </message>
    <message>
        <source>Hỏi người nhà cần làm việc gì.</source>
        <translation>Ask your family what they need.</translation>
    </message>
    <message>
        <source>Tìm một việc để tập</source>
        <translation>Find a procedure to practise</translation>
    </message>
    <message>
        <source>Tìm việc đó trên máy này.</source>
        <translation>Find it on this machine.</translation>
    </message>
    <message>
        <source>Tập khai với tên bịa, rồi in bài.</source>
        <translation>Practise with made-up names, then print.</translation>
    </message>
    <message>
        <source>Việc gửi đi thì không tập. Kết thúc để thôi tập.</source>
        <translation>What sends is not practised. End to stop practising.</translation>
    </message>
    <message>
        <source>Đọc to các giấy tờ cần mang.</source>
        <translation>Read aloud which papers to bring.</translation>
    </message>
</context>
<context>
    <name>Search</name>
    <message>
        <source>%1 việc</source>
        <translation>%1 found</translation>
    </message>
    <message>
        <source>%1 việc đầu</source>
        <translation>First %1</translation>
    </message>
    <message>
        <source>Có phải ông/bà tìm việc này?</source>
        <translation>Is this what you are looking for?</translation>
    </message>
    <message>
        <source>Không làm ở phường</source>
        <translation>Not done in the ward</translation>
    </message>
    <message>
        <source>Làm ở phường</source>
        <translation>Done in the ward</translation>
    </message>
    <message>
        <source>Mã %1</source>
        <translation>Code %1</translation>
    </message>
    <message>
        <source>Nhiều người hỏi:</source>
        <translation>Many people ask for:</translation>
    </message>
    <message>
        <source>Xem %1 trường hợp khác</source>
        <translation>See %1 other cases</translation>
    </message>
    <message>
        <source>Ông/bà cần việc nào?</source>
        <translation>Which one do you need?</translation>
    </message>
    <message>
        <source>Ẩn bớt %1 trường hợp</source>
        <translation>Hide %1 other cases</translation>
    </message>
</context>
<context>
    <name>SearchScreen</name>
    <message>
        <source>Chưa tìm thấy việc này</source>
        <translation>Not found yet</translation>
    </message>
    <message>
        <source>Có thể ông/bà cần việc khác. Hỏi cán bộ giúp.</source>
        <translation>This may not be it. The staff can help.</translation>
    </message>
    <message>
        <source>Gõ chữ khác</source>
        <translation>Type other words</translation>
    </message>
    <message>
        <source>Gõ không dấu cũng được. Chữ chưa đúng, máy vẫn tìm.</source>
        <translation>Small mistakes do no harm. Vietnamese works without accents.</translation>
    </message>
    <message>
        <source>Gõ tên việc</source>
        <translation>Type what you need</translation>
    </message>
    <message>
        <source>Gõ ít chữ hơn, hoặc hỏi cán bộ.</source>
        <translation>Type fewer words, or ask the staff.</translation>
    </message>
    <message>
        <source>Hỏi cán bộ</source>
        <translation>Ask the staff</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Tìm: %1</source>
        <translation>Search: %1</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
</context>
<context>
    <name>SectionTitles</name>
    <message>
        <source>%1 giấy tờ, ghi nguyên văn</source>
        <translation>%1 papers, word for word</translation>
    </message>
    <message>
        <source>%1 kết quả</source>
        <translation>Results: %1</translation>
    </message>
    <message>
        <source>%1 trường hợp để chọn</source>
        <translation>Cases to choose from: %1</translation>
    </message>
    <message>
        <source>%1 văn bản</source>
        <translation>Documents: %1</translation>
    </message>
    <message>
        <source>Ai được làm, điều kiện</source>
        <translation>Who may apply, conditions</translation>
    </message>
    <message>
        <source>Các bước làm</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Các trường hợp</source>
        <translation>Cases</translation>
    </message>
    <message>
        <source>Cách nói khác</source>
        <translation>Other names for it</translation>
    </message>
    <message>
        <source>Cách nộp, thời gian, tiền</source>
        <translation>Ways to file, time, money</translation>
    </message>
    <message>
        <source>Căn cứ pháp lý</source>
        <translation>Legal basis</translation>
    </message>
    <message>
        <source>Cơ quan nào nhận, ai ký</source>
        <translation>Which office takes it, who signs</translation>
    </message>
    <message>
        <source>Giấy tờ theo hồ sơ chính thức</source>
        <translation>Papers in the official record</translation>
    </message>
    <message>
        <source>Kết quả nhận được</source>
        <translation>What you receive</translation>
    </message>
    <message>
        <source>Làm gì trước, làm gì sau</source>
        <translation>What to do first, and after</translation>
    </message>
    <message>
        <source>Làm nhiều việc một lần</source>
        <translation>Several matters at once</translation>
    </message>
    <message>
        <source>Mẫu đơn, tờ khai</source>
        <translation>Forms</translation>
    </message>
    <message>
        <source>Một bộ hồ sơ cho %1 việc</source>
        <translation>One set of papers for %1 matters</translation>
    </message>
    <message>
        <source>Nơi làm, nơi quyết định</source>
        <translation>Offices, who decides</translation>
    </message>
    <message>
        <source>Quét mã bằng điện thoại để đọc thêm</source>
        <translation>Scan a code with your phone to read more</translation>
    </message>
    <message>
        <source>Trang chính thức trên mạng</source>
        <translation>The official web page</translation>
    </message>
    <message>
        <source>Tên dễ hiểu, tên chính thức, mã</source>
        <translation>Plain name, official name, code</translation>
    </message>
    <message>
        <source>Tên mẫu và dùng cho giấy nào</source>
        <translation>Names of forms and what they are for</translation>
    </message>
    <message>
        <source>Tại quầy, bưu điện hay trên mạng</source>
        <translation>At the counter, by post or online</translation>
    </message>
    <message>
        <source>Xem ông/bà có làm được không</source>
        <translation>See whether you can apply</translation>
    </message>
</context>
<context>
    <name>Sections</name>
    <message>
        <source>%1 giấy tờ</source>
        <translation>Papers: %1</translation>
    </message>
    <message>
        <source>Ai được làm</source>
        <translation>Who may apply</translation>
    </message>
    <message>
        <source>Bước %1</source>
        <translation>Step %1</translation>
    </message>
    <message>
        <source>Bảng phí kèm theo: %1</source>
        <translation>Fee table: %1</translation>
    </message>
    <message>
        <source>Chưa làm trên mạng được</source>
        <translation>Cannot be done online yet</translation>
    </message>
    <message>
        <source>Chỉ cần một việc? Tìm riêng việc đó.</source>
        <translation>Need only one of them? Search for that one.</translation>
    </message>
    <message>
        <source>Có hiệu lực từ ngày %1</source>
        <translation>In force from %1</translation>
    </message>
    <message>
        <source>Dùng cho: %1</source>
        <translation>Used for: %1</translation>
    </message>
    <message>
        <source>Giá dịch vụ</source>
        <translation>Service price</translation>
    </message>
    <message>
        <source>Gửi qua bưu điện</source>
        <translation>By post</translation>
    </message>
    <message>
        <source>Hết hiệu lực ngày %1</source>
        <translation>In force until %1</translation>
    </message>
    <message>
        <source>Hồ sơ không ghi thời gian riêng cho trường hợp này.</source>
        <translation>The record gives this case no time of its own.</translation>
    </message>
    <message>
        <source>Không có giấy tờ riêng cho trường hợp này</source>
        <translation>No papers of its own for this case</translation>
    </message>
    <message>
        <source>Kết quả ghi trong hồ sơ</source>
        <translation>Results named in the record</translation>
    </message>
    <message>
        <source>Làm trên mạng được một phần</source>
        <translation>Partly possible online</translation>
    </message>
    <message>
        <source>Làm trọn trên mạng được</source>
        <translation>Can be done fully online</translation>
    </message>
    <message>
        <source>Lệ phí</source>
        <translation>Fee</translation>
    </message>
    <message>
        <source>Lời giải thích, không phải giấy cần mang.</source>
        <translation>An explanation, not a paper to bring.</translation>
    </message>
    <message>
        <source>Mã thủ tục</source>
        <translation>Procedure code</translation>
    </message>
    <message>
        <source>Mất bao lâu</source>
        <translation>How long</translation>
    </message>
    <message>
        <source>Mẫu có tại quầy. Mời ông/bà hỏi cán bộ.</source>
        <translation>Forms are at the counter. Please ask a staff member.</translation>
    </message>
    <message>
        <source>Mẫu: %1</source>
        <translation>Form: %1</translation>
    </message>
    <message>
        <source>Người dân hay gọi là</source>
        <translation>People often call it</translation>
    </message>
    <message>
        <source>Nơi làm</source>
        <translation>Carried out by</translation>
    </message>
    <message>
        <source>Nơi phối hợp</source>
        <translation>Works with</translation>
    </message>
    <message>
        <source>Nơi quyết định</source>
        <translation>Decided by</translation>
    </message>
    <message>
        <source>Nơi được ủy quyền</source>
        <translation>Acts for the deciding office</translation>
    </message>
    <message>
        <source>Nộp giấy, nhận kết quả</source>
        <translation>Filed on paper, receive the result</translation>
    </message>
    <message>
        <source>Nộp một bộ hồ sơ, làm cùng lúc %1 việc</source>
        <translation>One set of papers for %1 matters together</translation>
    </message>
    <message>
        <source>Nộp trên mạng</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Nộp trên mạng, nhận kết quả</source>
        <translation>Filed online, receive the result</translation>
    </message>
    <message>
        <source>Nộp tại quầy</source>
        <translation>At the counter</translation>
    </message>
    <message>
        <source>Nộp đúng nơi phụ trách địa bàn của ông/bà.</source>
        <translation>File where your address belongs.</translation>
    </message>
    <message>
        <source>Nộp ở phường, xã nào cũng được.</source>
        <translation>Any ward or commune takes it.</translation>
    </message>
    <message>
        <source>Phí</source>
        <translation>Charge</translation>
    </message>
    <message>
        <source>Theo hồ sơ chính thức</source>
        <translation>In the official words</translation>
    </message>
    <message>
        <source>Thời gian: %1</source>
        <translation>Time: %1</translation>
    </message>
    <message>
        <source>Tiền</source>
        <translation>Money</translation>
    </message>
    <message>
        <source>Trên mạng</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Trường hợp nào cũng cần</source>
        <translation>Needed in every case</translation>
    </message>
    <message>
        <source>Tên chính thức</source>
        <translation>Official name</translation>
    </message>
    <message>
        <source>Tên dễ hiểu</source>
        <translation>Plain name</translation>
    </message>
    <message>
        <source>Tại nhà, qua bưu điện</source>
        <translation>At home, by post</translation>
    </message>
    <message>
        <source>Tại nơi nộp hồ sơ</source>
        <translation>Where it was filed</translation>
    </message>
    <message>
        <source>Ông/bà nộp một nơi. Các cơ quan tự chuyển cho nhau.</source>
        <translation>You file in one place. The offices pass it on.</translation>
    </message>
    <message>
        <source>Điều kiện</source>
        <translation>Conditions</translation>
    </message>
    <message>
        <source>Địa chỉ nhận hồ sơ</source>
        <translation>Where papers are taken</translation>
    </message>
</context>
<context>
    <name>Setup</name>
    <message>
        <source>%1 mm</source>
        <translation>%1 mm</translation>
    </message>
    <message>
        <source>%1 điểm ảnh một mm</source>
        <translation>%1 pixels in a mm</translation>
    </message>
    <message>
        <source>Bàn phím nổi</source>
        <translation>Keypad</translation>
    </message>
    <message>
        <source>Chiều màn hình</source>
        <translation>Which way the screen stands</translation>
    </message>
    <message>
        <source>Chưa làm</source>
        <translation>Not done yet</translation>
    </message>
    <message>
        <source>Không nghe được</source>
        <translation>Not heard</translation>
    </message>
    <message>
        <source>Lệch nhiều nhất %1 mm</source>
        <translation>At most %1 mm off</translation>
    </message>
    <message>
        <source>Máy in báo từng phiếu đã ra</source>
        <translation>It reports every sheet that came out</translation>
    </message>
    <message>
        <source>Máy in báo về được gì</source>
        <translation>What the printer reports</translation>
    </message>
    <message>
        <source>Máy in báo đã in hết lệnh</source>
        <translation>It reports when all was printed</translation>
    </message>
    <message>
        <source>Máy in chỉ báo giấy và nắp</source>
        <translation>It reports paper and cover only</translation>
    </message>
    <message>
        <source>Máy in không báo gì về</source>
        <translation>It reports nothing</translation>
    </message>
    <message>
        <source>Máy in và trang thử</source>
        <translation>Printer and test page</translation>
    </message>
    <message>
        <source>Máy in ảo, thấy giấy ra</source>
        <translation>A virtual printer, its paper is seen</translation>
    </message>
    <message>
        <source>Máy quét mã</source>
        <translation>Code scanner</translation>
    </message>
    <message>
        <source>Mép dưới cách sàn</source>
        <translation>Lower edge above the floor</translation>
    </message>
    <message>
        <source>Mạng và đồng hồ</source>
        <translation>Network and clock</translation>
    </message>
    <message>
        <source>Nghe rõ</source>
        <translation>Heard well</translation>
    </message>
    <message>
        <source>Ngôn ngữ lúc đầu</source>
        <translation>Language at the start</translation>
    </message>
    <message>
        <source>Thử chín điểm chạm</source>
        <translation>Try nine touches</translation>
    </message>
    <message>
        <source>Thử âm thanh</source>
        <translation>Sound test</translation>
    </message>
    <message>
        <source>Tên máy</source>
        <translation>Name of the machine</translation>
    </message>
    <message>
        <source>Xoay %1 độ</source>
        <translation>Turned by %1 degrees</translation>
    </message>
    <message>
        <source>Đo màn hình bằng thẻ</source>
        <translation>Measure the screen with a card</translation>
    </message>
    <message>
        <source>Đã bỏ qua</source>
        <translation>Left out</translation>
    </message>
    <message>
        <source>Đã học %1 phím</source>
        <translation>%1 keys learnt</translation>
    </message>
    <message>
        <source>Đã xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Đăng ký máy</source>
        <translation>Enrol the machine</translation>
    </message>
</context>
<context>
    <name>Sheet</name>
    <message>
        <source>Chuẩn bị in</source>
        <translation>Getting ready to print</translation>
    </message>
    <message>
        <source>Chưa in được</source>
        <translation>Not printed yet</translation>
    </message>
    <message>
        <source>Máy chưa chắc. Ông/bà xem giúp ở khe giấy.</source>
        <translation>The kiosk is not sure. Please look at the slot.</translation>
    </message>
    <message>
        <source>Máy in cần cán bộ xem. Máy sẽ tự in sau.</source>
        <translation>The printer needs the staff. It prints later by itself.</translation>
    </message>
    <message>
        <source>Máy in không báo lại. Mời ông/bà lấy phiếu.</source>
        <translation>The printer gave no answer. Please take your sheet.</translation>
    </message>
    <message>
        <source>Máy đang hỏi máy in.</source>
        <translation>The kiosk is asking the printer.</translation>
    </message>
    <message>
        <source>Máy đã in nhiều giấy</source>
        <translation>Many sheets were printed here</translation>
    </message>
    <message>
        <source>Mời ông/bà lấy phiếu.</source>
        <translation>Please take your sheet.</translation>
    </message>
    <message>
        <source>Nhiều phiếu đang chờ in</source>
        <translation>Many sheets are waiting to print</translation>
    </message>
    <message>
        <source>Phiếu đang ra</source>
        <translation>The sheet is coming</translation>
    </message>
    <message>
        <source>Phiếu đã ra</source>
        <translation>The sheet is out</translation>
    </message>
    <message>
        <source>Phiếu đã ra đủ chưa?</source>
        <translation>Did the whole sheet come out?</translation>
    </message>
    <message>
        <source>Tờ này không in được. Mời ông/bà hỏi cán bộ.</source>
        <translation>This sheet cannot be printed. Please ask the staff.</translation>
    </message>
    <message>
        <source>Ông/bà chờ phiếu ra hết.</source>
        <translation>Please wait until it is out.</translation>
    </message>
    <message>
        <source>Ông/bà ghi lại số trên màn hình.</source>
        <translation>Note your number.</translation>
    </message>
    <message>
        <source>Ông/bà lưu bằng mã QR hoặc hỏi cán bộ.</source>
        <translation>Keep it by QR code, or ask the staff.</translation>
    </message>
    <message>
        <source>Ông/bà lưu bằng mã QR nhé.</source>
        <translation>Keep it with the QR code.</translation>
    </message>
    <message>
        <source>Ông/bà xem phiếu nhé</source>
        <translation>Please look at the sheet</translation>
    </message>
</context>
<context>
    <name>SheetPanel</name>
    <message>
        <source>Chưa ra</source>
        <translation>No</translation>
    </message>
    <message>
        <source>Hình tờ phiếu đang ra khỏi máy in</source>
        <translation>Picture of the sheet coming out of the printer</translation>
    </message>
    <message>
        <source>Đã ra đủ</source>
        <translation>Yes, all of it</translation>
    </message>
</context>
<context>
    <name>Shell</name>
    <message>
        <source>Phường, xã chưa đặt tên</source>
        <translation>Ward not named yet</translation>
    </message>
    <message>
        <source>Thông tin ngày %1</source>
        <translation>Information as of %1</translation>
    </message>
    <message>
        <source>Đang tạm nghỉ</source>
        <translation>Paused</translation>
    </message>
</context>
<context>
    <name>SideSheet</name>
    <message>
        <source>Chưa in được. Ông/bà ghi lại số nhé.</source>
        <translation>It did not print. Please write the number down.</translation>
    </message>
    <message>
        <source>Máy in đang vướng. Ông/bà ghi lại số nhé.</source>
        <translation>The printer is held up. Please write the number down.</translation>
    </message>
    <message>
        <source>Máy đang chuẩn bị in.</source>
        <translation>Getting ready to print.</translation>
    </message>
    <message>
        <source>Mời ông/bà xem khe giấy, lấy phiếu.</source>
        <translation>Please look at the slot and take the sheet.</translation>
    </message>
    <message>
        <source>Phiếu đang ra.</source>
        <translation>The sheet is coming out.</translation>
    </message>
    <message>
        <source>Phiếu đã ra. Mời ông/bà lấy phiếu.</source>
        <translation>The sheet is out. Please take it.</translation>
    </message>
</context>
<context>
    <name>SlipDone</name>
    <message>
        <source>Cổng đã nhận phiếu khai. Ông/bà không phải làm lại.</source>
        <translation>The portal has your form. No need to do it again.</translation>
    </message>
    <message>
        <source>Máy đã giữ phiếu khai. Mời ông/bà đưa phiếu cho cán bộ.</source>
        <translation>The kiosk has kept your form. Please give the slip to the staff.</translation>
    </message>
    <message>
        <source>Máy đã giữ, sẽ tự gửi. Ông/bà không phải làm lại.</source>
        <translation>It is kept and will be sent. You need not do it again.</translation>
    </message>
    <message>
        <source>Ngày %1</source>
        <translation>Date: %1</translation>
    </message>
</context>
<context>
    <name>SlipDoneScreen</name>
    <message>
        <source>In lại phiếu</source>
        <translation>Print again</translation>
    </message>
    <message>
        <source>Mã QR của phiếu khai</source>
        <translation>QR code of the slip</translation>
    </message>
    <message>
        <source>Mã tra cứu: %1</source>
        <translation>Look-up code: %1</translation>
    </message>
    <message>
        <source>Mời ông/bà đến</source>
        <translation>Please go to</translation>
    </message>
    <message>
        <source>Số phiếu khai</source>
        <translation>Slip number (PK)</translation>
    </message>
    <message>
        <source>Số phiếu khai, bản thử</source>
        <translation>Slip number (PK), trial</translation>
    </message>
    <message>
        <source>Xong, xoá thông tin của tôi</source>
        <translation>Done, erase my data</translation>
    </message>
    <message>
        <source>Đã khai trước xong</source>
        <translation>Form filled in ahead</translation>
    </message>
    <message>
        <source>Đưa mã này cho cán bộ</source>
        <translation>Show this code to the staff</translation>
    </message>
</context>
<context>
    <name>Speech</name>
    <message>
        <source>Chưa dùng được</source>
        <translation>Not usable yet</translation>
    </message>
    <message>
        <source>nút bấm</source>
        <translation>button</translation>
    </message>
    <message>
        <source>Đang chọn</source>
        <translation>Chosen</translation>
    </message>
</context>
<context>
    <name>Staff</name>
    <message>
        <source>Chưa ghi được vào ổ đĩa</source>
        <translation>The disk did not keep it</translation>
    </message>
    <message>
        <source>Chọn tám số khác.</source>
        <translation>Choose eight other digits.</translation>
    </message>
    <message>
        <source>Chờ %1 phút rồi thử lại.</source>
        <translation>Wait %1 minutes, then try again.</translation>
    </message>
    <message>
        <source>Còn %1 lần trước khi phải chờ.</source>
        <translation>%1 more tries before a wait.</translation>
    </message>
    <message>
        <source>Danh sách người dùng bị hỏng</source>
        <translation>The list of persons is damaged</translation>
    </message>
    <message>
        <source>Gọi kỹ thuật dọn ổ đĩa, rồi vào lại.</source>
        <translation>Have a technician free the disk, then try again.</translation>
    </message>
    <message>
        <source>Gọi kỹ thuật xem ổ đĩa, rồi vào lại.</source>
        <translation>Have a technician look at the disk, then try again.</translation>
    </message>
    <message>
        <source>Gọi kỹ thuật, dùng lệnh kiosk staff.</source>
        <translation>Call a technician: the command is kiosk staff.</translation>
    </message>
    <message>
        <source>Không còn tên này trong danh sách</source>
        <translation>This name is no longer on the list</translation>
    </message>
    <message>
        <source>Mã chưa đúng</source>
        <translation>This is not the PIN</translation>
    </message>
    <message>
        <source>Mã có đủ tám chữ số</source>
        <translation>The PIN has eight digits</translation>
    </message>
    <message>
        <source>Mã này dễ đoán</source>
        <translation>This PIN is easy to guess</translation>
    </message>
    <message>
        <source>Thêm chữ đệm hoặc số quầy vào tên.</source>
        <translation>Add a middle name or a counter.</translation>
    </message>
    <message>
        <source>Thêm kỹ thuật viên khác trước.</source>
        <translation>Add another technician first.</translation>
    </message>
    <message>
        <source>Đây là kỹ thuật viên cuối cùng</source>
        <translation>This is the last technician</translation>
    </message>
    <message>
        <source>Đã có người tên này</source>
        <translation>The name is there already</translation>
    </message>
    <message>
        <source>Đã sai nhiều lần</source>
        <translation>Too many wrong PINs</translation>
    </message>
    <message>
        <source>Ổ đĩa đã đầy</source>
        <translation>The disk is full</translation>
    </message>
</context>
<context>
    <name>StaffArea</name>
    <message>
        <source>Bước sau</source>
        <translation>Next</translation>
    </message>
    <message>
        <source>Bỏ qua</source>
        <translation>Skip</translation>
    </message>
    <message>
        <source>Các bước</source>
        <translation>Steps</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Cập nhật</source>
        <translation>Update</translation>
    </message>
    <message>
        <source>Dành cho cán bộ</source>
        <translation>For staff</translation>
    </message>
    <message>
        <source>Dành cho kỹ thuật</source>
        <translation>For technicians</translation>
    </message>
    <message>
        <source>Dữ liệu</source>
        <translation>Data</translation>
    </message>
    <message>
        <source>Góp ý</source>
        <translation>Ideas</translation>
    </message>
    <message>
        <source>Hôm nay</source>
        <translation>Today</translation>
    </message>
    <message>
        <source>Khoá</source>
        <translation>Lock</translation>
    </message>
    <message>
        <source>Kiểm tra</source>
        <translation>Check</translation>
    </message>
    <message>
        <source>Kỹ thuật</source>
        <translation>Tech</translation>
    </message>
    <message>
        <source>Lắp đặt</source>
        <translation>Set-up</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Người</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Quầy</source>
        <translation>Desks</translation>
    </message>
    <message>
        <source>Số liệu</source>
        <translation>Figures</translation>
    </message>
    <message>
        <source>Thoát</source>
        <translation>Leave</translation>
    </message>
    <message>
        <source>Thông báo</source>
        <translation>Notices</translation>
    </message>
</context>
<context>
    <name>StaffCatalogue</name>
    <message>
        <source>%1 trong %2</source>
        <translation>%1 of %2</translation>
    </message>
    <message>
        <source>%1, tệp chưa ký</source>
        <translation>%1, unsigned file</translation>
    </message>
    <message>
        <source>Bản thành phố đã ký</source>
        <translation>Signed by the city</translation>
    </message>
    <message>
        <source>Bản đang dùng vẫn giữ nguyên.</source>
        <translation>What is in use stays as it is.</translation>
    </message>
    <message>
        <source>Bản đang dùng vẫn giữ nguyên. Xin tệp khác.</source>
        <translation>What is in use stays as it is. Ask for another file.</translation>
    </message>
    <message>
        <source>Chắc chắn, về bản trước</source>
        <translation>Yes, go back</translation>
    </message>
    <message>
        <source>Cắm thẻ vào máy rồi chạm vào đây.</source>
        <translation>Plug the stick in, then touch here.</translation>
    </message>
    <message>
        <source>Dừng lại</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Dữ liệu ngày %1</source>
        <translation>Data of %1</translation>
    </message>
    <message>
        <source>Dữ liệu thủ tục</source>
        <translation>Procedure data</translation>
    </message>
    <message>
        <source>Không có gì mới</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>Không lấy bản này</source>
        <translation>This was not taken</translation>
    </message>
    <message>
        <source>Lượt khách sau sẽ thấy bản này.</source>
        <translation>The next visitor will see it.</translation>
    </message>
    <message>
        <source>Lấy từ mạng</source>
        <translation>Fetch from the network</translation>
    </message>
    <message>
        <source>Thẻ USB %1</source>
        <translation>USB stick %1</translation>
    </message>
    <message>
        <source>Tìm thẻ USB</source>
        <translation>Look for a USB stick</translation>
    </message>
    <message>
        <source>Tệp này không đọc được</source>
        <translation>This file cannot be read</translation>
    </message>
    <message>
        <source>Về bản %1</source>
        <translation>Back to %1</translation>
    </message>
    <message>
        <source>Về bản ban đầu</source>
        <translation>Back to the first data</translation>
    </message>
    <message>
        <source>Xem bản đang chờ duyệt</source>
        <translation>See what waits for approval</translation>
    </message>
    <message>
        <source>Đang dùng bản %1, %2 thủ tục.</source>
        <translation>In use: %1, %2 procedures.</translation>
    </message>
    <message>
        <source>Đang dựng bản mới</source>
        <translation>Building the new version</translation>
    </message>
    <message>
        <source>Đang lấy bản mới</source>
        <translation>Fetching</translation>
    </message>
    <message>
        <source>Đang so với bản đang dùng</source>
        <translation>Comparing with what is in use</translation>
    </message>
    <message>
        <source>Đang đọc tệp</source>
        <translation>Reading the file</translation>
    </message>
    <message>
        <source>Đang đổi bản</source>
        <translation>Changing over</translation>
    </message>
    <message>
        <source>Đã đổi bản</source>
        <translation>Changed over</translation>
    </message>
</context>
<context>
    <name>StaffChange</name>
    <message>
        <source>Cũ: %1</source>
        <translation>Old: %1</translation>
    </message>
    <message>
        <source>Không có mục nào để so sánh.</source>
        <translation>There is nothing to compare.</translation>
    </message>
    <message>
        <source>Mã thủ tục %1</source>
        <translation>Procedure code %1</translation>
    </message>
    <message>
        <source>Mới: %1</source>
        <translation>New: %1</translation>
    </message>
    <message>
        <source>Thủ tục này không còn trong danh mục</source>
        <translation>This procedure is no longer on the list</translation>
    </message>
    <message>
        <source>Thủ tục này mới thêm</source>
        <translation>This procedure is new</translation>
    </message>
    <message>
        <source>chưa có</source>
        <translation>nothing yet</translation>
    </message>
    <message>
        <source>Đã xem</source>
        <translation>Seen</translation>
    </message>
</context>
<context>
    <name>StaffCounter</name>
    <message>
        <source>Chưa ghi được. Xem lại ổ đĩa.</source>
        <translation>Not kept. Look at the disk.</translation>
    </message>
    <message>
        <source>Chạm để thêm hoặc bỏ lĩnh vực.</source>
        <translation>Touch to add or take away a field.</translation>
    </message>
    <message>
        <source>Nhận tại đây</source>
        <translation>Served here</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Đang ở %1</source>
        <translation>Now at %1</translation>
    </message>
</context>
<context>
    <name>StaffCounters</name>
    <message>
        <source>Chưa có quầy nào</source>
        <translation>There are no counters yet</translation>
    </message>
    <message>
        <source>Chưa nhận lĩnh vực nào</source>
        <translation>Serves no field yet</translation>
    </message>
    <message>
        <source>Chạm vào quầy để đổi lĩnh vực.</source>
        <translation>Touch a counter to change its fields.</translation>
    </message>
    <message>
        <source>Kỹ thuật thêm quầy trong tệp cài đặt.</source>
        <translation>A technician adds them to the settings file.</translation>
    </message>
    <message>
        <source>Quầy và lĩnh vực</source>
        <translation>Counters and fields</translation>
    </message>
</context>
<context>
    <name>StaffDiff</name>
    <message>
        <source>Bản %1, đang dùng bản %2.</source>
        <translation>Version of %1, in use is %2.</translation>
    </message>
    <message>
        <source>Bỏ</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>Duyệt dữ liệu mới</source>
        <translation>Approve new data</translation>
    </message>
    <message>
        <source>Không còn trong danh mục, mã %1</source>
        <translation>No longer on the list, code %1</translation>
    </message>
    <message>
        <source>Lệch</source>
        <translation>Differs</translation>
    </message>
    <message>
        <source>Nhiều thủ tục mất hoặc thiếu. Hỏi thành phố trước.</source>
        <translation>Many procedures are gone or bare. Ask the city first.</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Thủ tục mới, mã %1</source>
        <translation>New procedure, code %1</translation>
    </message>
    <message>
        <source>còn %1 mục chưa xem</source>
        <translation>%1 entries not seen yet</translation>
    </message>
    <message>
        <source>và %1 mục khác</source>
        <translation>and %1 more</translation>
    </message>
    <message>
        <source>xem hết %1 mục trước</source>
        <translation>look at all %1 first</translation>
    </message>
    <message>
        <source>Đổi</source>
        <translation>Changed</translation>
    </message>
</context>
<context>
    <name>StaffDiffScreen</name>
    <message>
        <source>Bỏ</source>
        <translation>Gone</translation>
    </message>
    <message>
        <source>Dùng bản mới</source>
        <translation>Use the new version</translation>
    </message>
    <message>
        <source>Giữ nguyên</source>
        <translation>Same</translation>
    </message>
    <message>
        <source>Thêm</source>
        <translation>New</translation>
    </message>
    <message>
        <source>Để sau</source>
        <translation>Later</translation>
    </message>
    <message>
        <source>Đổi</source>
        <translation>Changed</translation>
    </message>
</context>
<context>
    <name>StaffFeedback</name>
    <message>
        <source>Báo lỗi máy</source>
        <translation>Fault report</translation>
    </message>
    <message>
        <source>Chưa có góp ý nào</source>
        <translation>No feedback yet</translation>
    </message>
    <message>
        <source>Chưa đọc được hộp thư</source>
        <translation>The outbox cannot be read</translation>
    </message>
    <message>
        <source>Câu hỏi</source>
        <translation>Question</translation>
    </message>
    <message>
        <source>Cần cán bộ xem</source>
        <translation>For staff to look at</translation>
    </message>
    <message>
        <source>Góp ý</source>
        <translation>Feedback</translation>
    </message>
    <message>
        <source>Góp ý và câu hỏi</source>
        <translation>Feedback and questions</translation>
    </message>
    <message>
        <source>Gọi kỹ thuật xem ổ đĩa.</source>
        <translation>Have a technician look at the disk.</translation>
    </message>
    <message>
        <source>Lời góp ý đã niêm phong, đọc trên cổng thành phố.</source>
        <translation>The words are sealed; read them in the portal.</translation>
    </message>
    <message>
        <source>Thành phố đã nhận</source>
        <translation>The city has it</translation>
    </message>
    <message>
        <source>Trả lời thăm dò</source>
        <translation>Poll answer</translation>
    </message>
    <message>
        <source>Đang chờ gửi</source>
        <translation>Waits to be sent</translation>
    </message>
    <message>
        <source>Đánh giá</source>
        <translation>Rating</translation>
    </message>
</context>
<context>
    <name>StaffFigures</name>
    <message>
        <source>%1 lượt dùng trong 30 ngày</source>
        <translation>%1 visits in 30 days</translation>
    </message>
    <message>
        <source>%1 lượt xem</source>
        <translation>%1 views</translation>
    </message>
    <message>
        <source>Chép ra USB</source>
        <translation>Copy to a stick</translation>
    </message>
    <message>
        <source>Chưa có thủ tục nào được xem</source>
        <translation>No procedure was looked at yet</translation>
    </message>
    <message>
        <source>Chưa đọc được số liệu</source>
        <translation>The figures cannot be read</translation>
    </message>
    <message>
        <source>Chỉ đếm lượt, không ghi ai đã dùng.</source>
        <translation>Counts only, nothing of anybody.</translation>
    </message>
</context>
<context>
    <name>StaffFiguresScreen</name>
    <message>
        <source>Lượt dùng 14 ngày, cột cuối là hôm nay</source>
        <translation>Visits of 14 days, the last bar is today</translation>
    </message>
</context>
<context>
    <name>StaffFirst</name>
    <message>
        <source>Bắt đầu dùng</source>
        <translation>Begin</translation>
    </message>
    <message>
        <source>Chỉ mình biết mã này. Đừng dùng ngày sinh.</source>
        <translation>Keep it to yourself. No birthdays.</translation>
    </message>
    <message>
        <source>Chọn mã tám số</source>
        <translation>Choose an eight-digit PIN</translation>
    </message>
    <message>
        <source>Hai lần nhập khác nhau</source>
        <translation>The two PINs differ</translation>
    </message>
    <message>
        <source>Kỹ thuật viên đầu tiên tên gì?</source>
        <translation>Who is the first technician?</translation>
    </message>
    <message>
        <source>Máy chưa có ai. Người này thêm được người khác.</source>
        <translation>Nobody is here yet. This person can add others.</translation>
    </message>
    <message>
        <source>Nhập họ và tên trước.</source>
        <translation>Type the name first.</translation>
    </message>
    <message>
        <source>Nhập lại mã</source>
        <translation>Type the PIN again</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
</context>
<context>
    <name>StaffFirstScreen</name>
    <message>
        <source>Tiếp</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>StaffNotices</name>
    <message>
        <source>Bỏ thông báo này?</source>
        <translation>Take this notice away?</translation>
    </message>
    <message>
        <source>Chưa ghi giờ làm việc</source>
        <translation>No opening hours yet</translation>
    </message>
    <message>
        <source>Chưa ghi được. Xem lại ổ đĩa.</source>
        <translation>Not kept. Look at the disk.</translation>
    </message>
    <message>
        <source>Chạm lần nữa để bỏ.</source>
        <translation>Touch again to take it away.</translation>
    </message>
    <message>
        <source>Giờ làm việc</source>
        <translation>Opening hours</translation>
    </message>
    <message>
        <source>Giờ làm đến hết %1</source>
        <translation>Hours until %1</translation>
    </message>
    <message>
        <source>Mở lại</source>
        <translation>Open again</translation>
    </message>
    <message>
        <source>Sửa</source>
        <translation>Change</translation>
    </message>
    <message>
        <source>Thêm thông báo</source>
        <translation>Add a notice</translation>
    </message>
    <message>
        <source>Thông báo và giờ làm</source>
        <translation>Notices and hours</translation>
    </message>
    <message>
        <source>Về giờ thường</source>
        <translation>Usual hours</translation>
    </message>
    <message>
        <source>Đang mở</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Đóng</source>
        <translation>Close</translation>
    </message>
    <message>
        <source>Đóng đến hết %1</source>
        <translation>Closed until %1</translation>
    </message>
    <message>
        <source>Đến hết %1. Chạm để bỏ.</source>
        <translation>Until %1. Touch to take away.</translation>
    </message>
</context>
<context>
    <name>StaffParked</name>
    <message>
        <source>%1 phiếu sẽ gửi lại</source>
        <translation>%1 slips will be sent again</translation>
    </message>
    <message>
        <source>Cổng chưa biết thủ tục này.</source>
        <translation>The portal does not know this procedure.</translation>
    </message>
    <message>
        <source>Cổng trả lời: %1.</source>
        <translation>The portal said: %1.</translation>
    </message>
    <message>
        <source>Góp ý hoặc câu hỏi</source>
        <translation>Feedback or question</translation>
    </message>
    <message>
        <source>Gửi lại tất cả</source>
        <translation>Send all again</translation>
    </message>
    <message>
        <source>Gửi lại. Vẫn lỗi thì báo thành phố.</source>
        <translation>Send again. If it fails, tell the city.</translation>
    </message>
    <message>
        <source>Gửi lại. Vẫn lỗi thì gọi kỹ thuật.</source>
        <translation>Send again. If it fails, call a technician.</translation>
    </message>
    <message>
        <source>Không có phiếu nào bị giữ lại</source>
        <translation>Nothing was put aside</translation>
    </message>
    <message>
        <source>Mọi phiếu đã gửi hoặc đang chờ mạng.</source>
        <translation>All slips are sent or wait for the network.</translation>
    </message>
    <message>
        <source>Mời người dân khai tại quầy.</source>
        <translation>Ask the person to file at the counter.</translation>
    </message>
    <message>
        <source>Nạp dữ liệu mới rồi gửi lại.</source>
        <translation>Load new data, then send again.</translation>
    </message>
    <message>
        <source>Nội dung đến nơi không còn nguyên.</source>
        <translation>The content did not arrive whole.</translation>
    </message>
    <message>
        <source>Phiếu cần cán bộ xem</source>
        <translation>Slips for staff to look at</translation>
    </message>
    <message>
        <source>Phiếu lớn hơn mức cổng nhận.</source>
        <translation>The slip is larger than the portal takes.</translation>
    </message>
    <message>
        <source>Phiếu vẫn giữ kín trong máy, chưa mất.</source>
        <translation>They are safe and sealed in the machine.</translation>
    </message>
    <message>
        <source>Quay lại</source>
        <translation>Back</translation>
    </message>
    <message>
        <source>Đã xem</source>
        <translation>Seen</translation>
    </message>
</context>
<context>
    <name>StaffPin</name>
    <message>
        <source>Mã có đủ tám chữ số</source>
        <translation>The PIN has eight digits</translation>
    </message>
    <message>
        <source>Nhập mã tám số của mình.</source>
        <translation>Type your eight-digit PIN.</translation>
    </message>
    <message>
        <source>Vào</source>
        <translation>Enter</translation>
    </message>
</context>
<context>
    <name>StaffSheets</name>
    <message>
        <source>Chưa in được. Xem lại ổ đĩa.</source>
        <translation>Not printed. Look at the disk.</translation>
    </message>
    <message>
        <source>Nhiều phiếu đang chờ in. Thử lại sau.</source>
        <translation>Many sheets wait for paper. Try later.</translation>
    </message>
    <message>
        <source>Đã gửi tờ giấy đến máy in.</source>
        <translation>The sheet was sent to the printer.</translation>
    </message>
</context>
<context>
    <name>StaffSticks</name>
    <message>
        <source>Bây giờ ông/bà rút thẻ được.</source>
        <translation>You may pull the stick out now.</translation>
    </message>
    <message>
        <source>Chưa biết đã chép xong hay chưa</source>
        <translation>It is not known whether the copy is whole</translation>
    </message>
    <message>
        <source>Chưa chép được gì</source>
        <translation>Nothing was copied</translation>
    </message>
    <message>
        <source>Chưa thấy thẻ USB</source>
        <translation>No USB stick found yet</translation>
    </message>
    <message>
        <source>Cắm thẻ USB rồi làm lại.</source>
        <translation>Insert a USB stick and try again.</translation>
    </message>
    <message>
        <source>Gạt khoá trên thẻ, hoặc dùng thẻ khác.</source>
        <translation>Open the lock on the stick, or use another.</translation>
    </message>
    <message>
        <source>Kỹ thuật viên mở được việc này.</source>
        <translation>A technician can allow it.</translation>
    </message>
    <message>
        <source>Muốn chép, dùng thẻ khác.</source>
        <translation>To copy, use another stick.</translation>
    </message>
    <message>
        <source>Máy chỉ đọc được thẻ %1</source>
        <translation>Stick %1 can only be read</translation>
    </message>
    <message>
        <source>Máy này không cho chép ra thẻ</source>
        <translation>This machine copies nothing to sticks</translation>
    </message>
    <message>
        <source>Phần chép thẻ của máy không trả lời. Gọi kỹ thuật viên.</source>
        <translation>The part that copies does not answer. Call a technician.</translation>
    </message>
    <message>
        <source>Thẻ %1 bị rút giữa chừng</source>
        <translation>Stick %1 was pulled out too early</translation>
    </message>
    <message>
        <source>Thẻ %1 không còn chỗ</source>
        <translation>Stick %1 is full</translation>
    </message>
    <message>
        <source>Thẻ %1 không nhận tệp</source>
        <translation>Stick %1 does not take the file</translation>
    </message>
    <message>
        <source>Thẻ %1 đang khoá ghi</source>
        <translation>Stick %1 is write-protected</translation>
    </message>
    <message>
        <source>Thử lại bằng thẻ khác.</source>
        <translation>Try another stick.</translation>
    </message>
    <message>
        <source>Tệp chưa chép xong. Cắm thẻ rồi làm lại.</source>
        <translation>The file is not whole. Insert the stick and try again.</translation>
    </message>
    <message>
        <source>Xem tệp trên thẻ %1 trước khi dùng.</source>
        <translation>Look at the file on stick %1 before using it.</translation>
    </message>
    <message>
        <source>Xin ông/bà chưa rút thẻ.</source>
        <translation>Please leave the stick in.</translation>
    </message>
    <message>
        <source>Xoá bớt tệp trên thẻ rồi làm lại.</source>
        <translation>Delete some files on the stick and try again.</translation>
    </message>
    <message>
        <source>Đang chép vào thẻ USB…</source>
        <translation>Copying to the USB stick…</translation>
    </message>
    <message>
        <source>Đã chép vào thẻ %1</source>
        <translation>Copied to stick %1</translation>
    </message>
</context>
<context>
    <name>StaffToday</name>
    <message>
        <source>%1 lần</source>
        <translation>%1 calls</translation>
    </message>
    <message>
        <source>%1 người đang đợi</source>
        <translation>%1 waiting</translation>
    </message>
    <message>
        <source>%1 phiếu chờ gửi</source>
        <translation>%1 slips wait</translation>
    </message>
    <message>
        <source>%1 phiếu cần cán bộ xem</source>
        <translation>%1 slips to look at</translation>
    </message>
    <message>
        <source>%1 phiếu không in: đã đủ số cho phép</source>
        <translation>%1 sheets not printed: the number allowed was reached</translation>
    </message>
    <message>
        <source>Chưa nối được lần nào</source>
        <translation>Never reached</translation>
    </message>
    <message>
        <source>Chờ từ %1</source>
        <translation>Waiting since %1</translation>
    </message>
    <message>
        <source>Có bản dữ liệu chờ duyệt</source>
        <translation>New data waits for approval</translation>
    </message>
    <message>
        <source>Có người gọi giúp</source>
        <translation>Somebody called for help</translation>
    </message>
    <message>
        <source>Cổng chưa nhận. Xem lý do và cách làm.</source>
        <translation>The portal did not take them. See why.</translation>
    </message>
    <message>
        <source>Cổng thành phố</source>
        <translation>City portal</translation>
    </message>
    <message>
        <source>Cổng từ chối máy này</source>
        <translation>The portal refuses this kiosk</translation>
    </message>
    <message>
        <source>Dữ liệu thủ tục</source>
        <translation>Procedure data</translation>
    </message>
    <message>
        <source>Gọi giúp hôm nay</source>
        <translation>Calls for help</translation>
    </message>
    <message>
        <source>Gọi lúc %1</source>
        <translation>Called at %1</translation>
    </message>
    <message>
        <source>Hôm nay có %1 việc cần làm</source>
        <translation>%1 things to do today</translation>
    </message>
    <message>
        <source>Hôm nay mọi thứ đều tốt</source>
        <translation>All is well today</translation>
    </message>
    <message>
        <source>In báo cáo ngày</source>
        <translation>Print the day report</translation>
    </message>
    <message>
        <source>In được</source>
        <translation>Prints</translation>
    </message>
    <message>
        <source>Máy in còn ít giấy</source>
        <translation>The printer is low on paper</translation>
    </message>
    <message>
        <source>Máy in phiếu</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Máy in sẵn sàng</source>
        <translation>Printer ready</translation>
    </message>
    <message>
        <source>Mất mạng, nối lần cuối %1</source>
        <translation>Offline, last reached %1</translation>
    </message>
    <message>
        <source>Thay cuộn giấy trong hôm nay</source>
        <translation>Change the roll today</translation>
    </message>
    <message>
        <source>Xem có ai nghịch máy, hoặc tăng mức cho phép.</source>
        <translation>See whether somebody plays with it, or allow more.</translation>
    </message>
    <message>
        <source>Xem dữ liệu mới</source>
        <translation>See new data</translation>
    </message>
    <message>
        <source>Xem thay đổi rồi duyệt trong mục Dữ liệu.</source>
        <translation>See what changes, then approve it.</translation>
    </message>
    <message>
        <source>Đang có mạng</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Đang mở dữ liệu</source>
        <translation>Opening the data</translation>
    </message>
    <message>
        <source>Đã %1 ngày, còn dùng tốt</source>
        <translation>%1 days old, still good</translation>
    </message>
    <message>
        <source>Đã %1 ngày, nên thay</source>
        <translation>%1 days old, renew it</translation>
    </message>
    <message>
        <source>Đã giúp xong cả</source>
        <translation>All were helped</translation>
    </message>
    <message>
        <source>Đã gửi hết</source>
        <translation>Everything is sent</translation>
    </message>
    <message>
        <source>Đã xem</source>
        <translation>Seen</translation>
    </message>
    <message>
        <source>Đã đến giúp</source>
        <translation>I helped</translation>
    </message>
</context>
<context>
    <name>StaffTodayScreen</name>
    <message>
        <source>Việc cần làm</source>
        <translation>To do</translation>
    </message>
</context>
<context>
    <name>StaffUntil</name>
    <message>
        <source>Chưa ghi được. Xem lại ổ đĩa.</source>
        <translation>Not kept. Look at the disk.</translation>
    </message>
    <message>
        <source>Chỉ hôm nay</source>
        <translation>Only today</translation>
    </message>
    <message>
        <source>Trong %1 ngày</source>
        <translation>For %1 days</translation>
    </message>
    <message>
        <source>Đã có tám thông báo. Bỏ bớt trước.</source>
        <translation>There are eight notices. Take one away first.</translation>
    </message>
    <message>
        <source>Đến hết ngày nào?</source>
        <translation>Until which day?</translation>
    </message>
</context>
<context>
    <name>StaffWho</name>
    <message>
        <source>Chưa vào được</source>
        <translation>Cannot enter now</translation>
    </message>
    <message>
        <source>Cán bộ</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Kỹ thuật</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>Mời chọn tên</source>
        <translation>Choose your name</translation>
    </message>
    <message>
        <source>Sau đó nhập mã tám số của mình.</source>
        <translation>Then type your eight-digit PIN.</translation>
    </message>
</context>
<context>
    <name>StaffWrite</name>
    <message>
        <source>Giờ làm việc mới?</source>
        <translation>Which opening hours?</translation>
    </message>
    <message>
        <source>Một câu ngắn. Đừng ghi tên người dân.</source>
        <translation>One short sentence. No names of citizens.</translation>
    </message>
    <message>
        <source>Thông báo gì cho mọi người?</source>
        <translation>What should everybody know?</translation>
    </message>
    <message>
        <source>Viết thêm vài chữ.</source>
        <translation>Write a few more words.</translation>
    </message>
</context>
<context>
    <name>StaffWriteScreen</name>
    <message>
        <source>Tiếp</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>StillHereScreen</name>
    <message>
        <source>Cứ từ từ, máy giữ giúp ông/bà.</source>
        <translation>Take your time, the kiosk keeps your place.</translation>
    </message>
    <message>
        <source>Lâu không chạm, máy xoá hết để giữ kín thông tin.</source>
        <translation>Without a touch, it erases everything to keep it private.</translation>
    </message>
    <message>
        <source>Tôi vẫn ở đây</source>
        <translation>I am still here</translation>
    </message>
    <message>
        <source>Xong, xoá hết</source>
        <translation>Done, erase all</translation>
    </message>
    <message>
        <source>Ông/bà còn ở đây không?</source>
        <translation>Are you still here?</translation>
    </message>
</context>
<context>
    <name>SuggestedWords</name>
    <message>
        <source>Ghi: %1</source>
        <translation>Write: %1</translation>
    </message>
</context>
<context>
    <name>TakeAwayScreen</name>
    <message>
        <source>Chạm để lưu</source>
        <translation>Touch to save</translation>
    </message>
    <message>
        <source>Chụp lại cả màn hình này, hoặc in ra giấy.</source>
        <translation>Photograph this whole screen, or print on paper.</translation>
    </message>
    <message>
        <source>Chụp mã này bằng điện thoại</source>
        <translation>Scan this code with a phone</translation>
    </message>
    <message>
        <source>Danh sách dài hơn hai mã</source>
        <translation>The list is longer than two codes</translation>
    </message>
    <message>
        <source>Danh sách nằm ngay trong mã. Không cần mạng.</source>
        <translation>The list is inside the code. It needs no network.</translation>
    </message>
    <message>
        <source>In ra giấy</source>
        <translation>Print on paper</translation>
    </message>
    <message>
        <source>In ra giấy để có đủ.</source>
        <translation>Print it to have all of it.</translation>
    </message>
    <message>
        <source>Máy ảnh không đọc được mã?</source>
        <translation>Can the camera not read it?</translation>
    </message>
    <message>
        <source>Mã %1 trong %2</source>
        <translation>Code %1 of %2</translation>
    </message>
    <message>
        <source>Mã QR có danh sách giấy tờ</source>
        <translation>QR code with the list of papers</translation>
    </message>
    <message>
        <source>Mã còn lại</source>
        <translation>The other code</translation>
    </message>
    <message>
        <source>Mở máy ảnh</source>
        <translation>Use a phone</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Đã chụp xong</source>
        <translation>I have it</translation>
    </message>
    <message>
        <source>Đưa vào mã</source>
        <translation>Aim at code</translation>
    </message>
</context>
<context>
    <name>TechAddress</name>
    <message>
        <source>Ghi lại</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Hỏi</source>
        <translation>Ask</translation>
    </message>
    <message>
        <source>In trang tự thử của máy in để biết địa chỉ.</source>
        <translation>The printer&apos;s own test page tells its address.</translation>
    </message>
    <message>
        <source>Không cần gõ %1. Để trống là không dùng.</source>
        <translation>No need to type %1. Empty: not used.</translation>
    </message>
    <message>
        <source>Không máy in nào trả lời ở đó.</source>
        <translation>No printer answers there.</translation>
    </message>
    <message>
        <source>Nhập bốn số, như: 192.168.1.50</source>
        <translation>Type four numbers, such as 192.168.1.50</translation>
    </message>
    <message>
        <source>Địa chỉ cổng thành phố?</source>
        <translation>Address of the city&apos;s portal?</translation>
    </message>
    <message>
        <source>Địa chỉ máy chủ cập nhật?</source>
        <translation>Address of the update server?</translation>
    </message>
    <message>
        <source>Địa chỉ máy in?</source>
        <translation>Address of the printer?</translation>
    </message>
    <message>
        <source>Địa chỉ này chưa dùng được. Xem lại.</source>
        <translation>This address cannot be used. Look again.</translation>
    </message>
    <message>
        <source>Địa chỉ proxy?</source>
        <translation>Address of the proxy?</translation>
    </message>
</context>
<context>
    <name>TechCard</name>
    <message>
        <source>%1 điểm ảnh một mm</source>
        <translation>%1 pixels a millimetre</translation>
    </message>
    <message>
        <source>Chỉnh đến khi thẻ che vừa khít khung.</source>
        <translation>Change the frame until the card just covers it.</translation>
    </message>
    <message>
        <source>Áp thẻ căn cước vào khung</source>
        <translation>Hold an identity card to the frame</translation>
    </message>
</context>
<context>
    <name>TechCardScreen</name>
    <message>
        <source>Nhỏ hơn chút</source>
        <translation>A bit smaller</translation>
    </message>
    <message>
        <source>Nhỏ hơn nhiều</source>
        <translation>Much smaller</translation>
    </message>
    <message>
        <source>Thẻ vừa khít</source>
        <translation>The card fits</translation>
    </message>
    <message>
        <source>To hơn chút</source>
        <translation>A bit larger</translation>
    </message>
    <message>
        <source>To hơn nhiều</source>
        <translation>Much larger</translation>
    </message>
</context>
<context>
    <name>TechCheck</name>
    <message>
        <source>Chép nhật ký ra USB</source>
        <translation>Copy the log to a stick</translation>
    </message>
    <message>
        <source>Kiểm tra lại</source>
        <translation>Look again</translation>
    </message>
    <message>
        <source>Kiểm tra: %1 tốt, %2 cần xem</source>
        <translation>Check: %1 good, %2 to look at</translation>
    </message>
    <message>
        <source>Tự kiểm tra lúc %1, mất %2 giây.</source>
        <translation>Looked at %1, took %2 s.</translation>
    </message>
    <message>
        <source>Đang kiểm tra…</source>
        <translation>Looking…</translation>
    </message>
</context>
<context>
    <name>TechClock</name>
    <message>
        <source>%1. Chạm để dùng giờ Việt Nam.</source>
        <translation>%1. Touch to use Vietnam&apos;s time.</translation>
    </message>
    <message>
        <source>Giờ sai thì hồ sơ gửi không được.</source>
        <translation>With a wrong time nothing can be sent.</translation>
    </message>
    <message>
        <source>Lấy giờ qua mạng</source>
        <translation>Take the time from the network</translation>
    </message>
    <message>
        <source>Máy chưa cài chương trình lấy giờ</source>
        <translation>No program for network time is installed</translation>
    </message>
    <message>
        <source>Máy này không cho chỉnh giờ ở đây</source>
        <translation>The clock cannot be changed here</translation>
    </message>
    <message>
        <source>Múi giờ</source>
        <translation>Time zone</translation>
    </message>
    <message>
        <source>Người quản trị gõ: timedatectl set-ntp true</source>
        <translation>The administrator types: timedatectl set-ntp true</translation>
    </message>
    <message>
        <source>Đang bật, chưa máy chủ nào trả lời</source>
        <translation>On, but no server has answered yet</translation>
    </message>
    <message>
        <source>Đang bật, giờ đã khớp</source>
        <translation>On, and in step</translation>
    </message>
    <message>
        <source>Đang tắt. Chạm để bật.</source>
        <translation>Off. Touch to turn it on.</translation>
    </message>
    <message>
        <source>Đặt giờ bằng tay</source>
        <translation>Set the time by hand</translation>
    </message>
    <message>
        <source>Đồng hồ chưa đổi</source>
        <translation>The clock was not changed</translation>
    </message>
    <message>
        <source>Đồng hồ của máy này</source>
        <translation>This machine&apos;s clock</translation>
    </message>
</context>
<context>
    <name>TechConfig</name>
    <message>
        <source>Chưa thấy tệp cài đặt nào</source>
        <translation>No file of settings yet</translation>
    </message>
    <message>
        <source>Chắc chắn, về cài đặt trước</source>
        <translation>Sure, back to the ones before</translation>
    </message>
    <message>
        <source>Cài đặt cho nhiều máy</source>
        <translation>Settings for many machines</translation>
    </message>
    <message>
        <source>Cài đặt thành phố đã ký</source>
        <translation>Settings the city signed</translation>
    </message>
    <message>
        <source>Cắm thẻ có tệp .kiosk-settings.</source>
        <translation>Plug in a stick with a .kiosk-settings file.</translation>
    </message>
    <message>
        <source>Ghi ra thẻ USB</source>
        <translation>Write to a stick</translation>
    </message>
    <message>
        <source>Không dùng được tệp này</source>
        <translation>This file cannot be used</translation>
    </message>
    <message>
        <source>Khởi động lại máy để dùng.</source>
        <translation>Start the machine again to use them.</translation>
    </message>
    <message>
        <source>Một tệp có chữ ký, chép bằng thẻ USB.</source>
        <translation>One signed file, carried by a stick.</translation>
    </message>
    <message>
        <source>Như trước lần nhận gần nhất</source>
        <translation>As before the last taking</translation>
    </message>
    <message>
        <source>Tìm lại thẻ USB</source>
        <translation>Look for sticks</translation>
    </message>
    <message>
        <source>Về cài đặt trước</source>
        <translation>Back to the ones before</translation>
    </message>
    <message>
        <source>Xem sẽ đổi những gì</source>
        <translation>See what would change</translation>
    </message>
    <message>
        <source>Đã dùng cài đặt mới</source>
        <translation>The new settings are taken</translation>
    </message>
    <message>
        <source>Đã về cài đặt trước</source>
        <translation>Back to the ones before</translation>
    </message>
</context>
<context>
    <name>TechConfigDiff</name>
    <message>
        <source>Chưa dùng được cài đặt này</source>
        <translation>These settings cannot be used</translation>
    </message>
    <message>
        <source>Của %1, máy %2, do %3 ghi.</source>
        <translation>Of %1, machine %2, written by %3.</translation>
    </message>
    <message>
        <source>Dùng cài đặt này</source>
        <translation>Use these settings</translation>
    </message>
    <message>
        <source>Khoá của máy ghi: %1</source>
        <translation>Key of that machine: %1</translation>
    </message>
    <message>
        <source>Không có gì khác với máy này</source>
        <translation>Nothing differs from this machine</translation>
    </message>
    <message>
        <source>Không dùng</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Sẽ đổi %1 cài đặt</source>
        <translation>%1 settings would change</translation>
    </message>
    <message>
        <source>Thành phố đã ký</source>
        <translation>Signed by the city</translation>
    </message>
    <message>
        <source>Tên máy, màn hình, địa chỉ máy in giữ nguyên.</source>
        <translation>Name, screen and printer addresses stay.</translation>
    </message>
    <message>
        <source>chưa đặt</source>
        <translation>not set</translation>
    </message>
</context>
<context>
    <name>TechDone</name>
    <message>
        <source>%1 bước chưa làm, %2 mục cần xem.</source>
        <translation>%1 steps not done, %2 things to look at.</translation>
    </message>
    <message>
        <source>In báo cáo</source>
        <translation>Print the report</translation>
    </message>
    <message>
        <source>Khởi động lại</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Khởi động lại để dùng cài đặt mới.</source>
        <translation>Start again to use the new settings.</translation>
    </message>
    <message>
        <source>Kết quả lắp đặt</source>
        <translation>Result of the set-up</translation>
    </message>
</context>
<context>
    <name>TechEnrol</name>
    <message>
        <source>Chưa biết địa chỉ cổng</source>
        <translation>The portal&apos;s address is not known</translation>
    </message>
    <message>
        <source>Chưa ghi được vào ổ đĩa</source>
        <translation>The disk did not take it</translation>
    </message>
    <message>
        <source>Cài lại máy rồi mới đăng ký tên mới.</source>
        <translation>Reinstall it before it becomes a new one.</translation>
    </message>
    <message>
        <source>Cổng dùng khoá thử hoặc khoá lạ</source>
        <translation>The portal uses trial or foreign keys</translation>
    </message>
    <message>
        <source>Cổng không nhận mã này</source>
        <translation>The portal does not take this code</translation>
    </message>
    <message>
        <source>Cổng này không phải cổng ghi trong mã</source>
        <translation>This is not the portal of the code</translation>
    </message>
    <message>
        <source>Dùng từ lần khởi động sau.</source>
        <translation>Used from the next start.</translation>
    </message>
    <message>
        <source>Dọn ổ đĩa rồi quét lại mã.</source>
        <translation>Clear the disk, then scan the code again.</translation>
    </message>
    <message>
        <source>Không gọi được cổng thành phố</source>
        <translation>The city&apos;s portal does not answer</translation>
    </message>
    <message>
        <source>Máy này không nhận. Báo thành phố.</source>
        <translation>This machine refuses. Tell the city.</translation>
    </message>
    <message>
        <source>Máy số %1</source>
        <translation>Machine number %1</translation>
    </message>
    <message>
        <source>Máy đã đăng ký dưới tên khác</source>
        <translation>The machine is enrolled as another one</translation>
    </message>
    <message>
        <source>Mã có đủ tám chữ</source>
        <translation>A code has eight letters</translation>
    </message>
    <message>
        <source>Mã này không đúng dạng</source>
        <translation>This is not how a code looks</translation>
    </message>
    <message>
        <source>Quét mã QR đăng ký, hoặc gõ mã tám chữ.</source>
        <translation>Scan the enrolment QR, or type the eight letters.</translation>
    </message>
    <message>
        <source>Quét mã QR, hoặc đặt địa chỉ ở bước mạng.</source>
        <translation>Scan the QR, or set the address in the network step.</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Go on</translation>
    </message>
    <message>
        <source>Về bước mạng, bấm Thử mạng.</source>
        <translation>Go to the network step and try it.</translation>
    </message>
    <message>
        <source>Xin cổng thành phố một mã đăng ký mới.</source>
        <translation>Ask the city&apos;s portal for a new code.</translation>
    </message>
    <message>
        <source>Đây không phải mã đăng ký</source>
        <translation>This is no enrolment code</translation>
    </message>
    <message>
        <source>Đã đăng ký từ trước.</source>
        <translation>Enrolled before.</translation>
    </message>
    <message>
        <source>Đăng ký</source>
        <translation>Enrol</translation>
    </message>
    <message>
        <source>Đăng ký máy với thành phố</source>
        <translation>Enrol the machine with the city</translation>
    </message>
    <message>
        <source>Địa chỉ cổng phải bắt đầu bằng https</source>
        <translation>The portal&apos;s address must begin with https</translation>
    </message>
</context>
<context>
    <name>TechEnrolScreen</name>
    <message>
        <source>Xoá một chữ</source>
        <translation>Take a letter away</translation>
    </message>
    <message>
        <source>Đang hỏi cổng…</source>
        <translation>Asking the portal…</translation>
    </message>
</context>
<context>
    <name>TechHeight</name>
    <message>
        <source>Chưa ghi được</source>
        <translation>Not kept</translation>
    </message>
    <message>
        <source>Ghi lại</source>
        <translation>Keep it</translation>
    </message>
    <message>
        <source>Mép dưới màn hình cách sàn?</source>
        <translation>How high is the lower edge?</translation>
    </message>
    <message>
        <source>Nhập số từ 0 đến 1500</source>
        <translation>Type a number from 0 to 1500</translation>
    </message>
    <message>
        <source>Đo bằng mi-li-mét, từ sàn đến mép kính.</source>
        <translation>In millimetres, from the floor to the glass.</translation>
    </message>
</context>
<context>
    <name>TechKeypad</name>
    <message>
        <source>Bàn phím nổi</source>
        <translation>Keypad</translation>
    </message>
    <message>
        <source>Bấm phím khác, hoặc bỏ phím này.</source>
        <translation>Press another key, or leave this one.</translation>
    </message>
    <message>
        <source>Bấm phím: %1</source>
        <translation>Press the key: %1</translation>
    </message>
    <message>
        <source>Bấm từng phím trên bàn phím của máy.</source>
        <translation>Press each key of the machine&apos;s keypad.</translation>
    </message>
    <message>
        <source>Bật, tắt đọc</source>
        <translation>Reading aloud on, off</translation>
    </message>
    <message>
        <source>Bỏ phím này</source>
        <translation>Leave this key</translation>
    </message>
    <message>
        <source>Chưa ghi được cài đặt</source>
        <translation>The setting was not written</translation>
    </message>
    <message>
        <source>Chọn phím khác.</source>
        <translation>Choose another key.</translation>
    </message>
    <message>
        <source>Chọn, phím tròn</source>
        <translation>Choose, the round key</translation>
    </message>
    <message>
        <source>Gọi giúp, phím hình thoi</source>
        <translation>Call for help, the diamond</translation>
    </message>
    <message>
        <source>Học lại từ đầu</source>
        <translation>Learn them anew</translation>
    </message>
    <message>
        <source>Học phím</source>
        <translation>Learn the keys</translation>
    </message>
    <message>
        <source>Lên</source>
        <translation>Up</translation>
    </message>
    <message>
        <source>Phím này không có tên</source>
        <translation>This key has no name</translation>
    </message>
    <message>
        <source>Phím này đã dùng rồi</source>
        <translation>This key is taken</translation>
    </message>
    <message>
        <source>Phím thường dùng</source>
        <translation>The usual key</translation>
    </message>
    <message>
        <source>Phải</source>
        <translation>Right</translation>
    </message>
    <message>
        <source>Trái</source>
        <translation>Left</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
    <message>
        <source>Xuống</source>
        <translation>Down</translation>
    </message>
    <message>
        <source>Đọc lại</source>
        <translation>Say it again</translation>
    </message>
</context>
<context>
    <name>TechLanguage</name>
    <message>
        <source>Chưa ghi được cài đặt</source>
        <translation>The setting was not written</translation>
    </message>
    <message>
        <source>Máy bắt đầu bằng tiếng nào?</source>
        <translation>Which language does it begin in?</translation>
    </message>
    <message>
        <source>Mỗi lượt khách mới bắt đầu bằng tiếng này.</source>
        <translation>Each new visit begins in this language.</translation>
    </message>
    <message>
        <source>Đang dùng</source>
        <translation>In use</translation>
    </message>
</context>
<context>
    <name>TechMachineValue</name>
    <message>
        <source>Bây giờ là mấy giờ?</source>
        <translation>What time is it now?</translation>
    </message>
    <message>
        <source>Chỉ chữ cuối hiện ra.</source>
        <translation>Only the last character is shown.</translation>
    </message>
    <message>
        <source>Dùng</source>
        <translation>Use it</translation>
    </message>
    <message>
        <source>Giờ hoặc ngày chưa đúng. Xem lại.</source>
        <translation>Time or date is not right. Look again.</translation>
    </message>
    <message>
        <source>Mật khẩu có 8 đến 63 chữ không dấu.</source>
        <translation>A password has 8 to 63 plain characters.</translation>
    </message>
    <message>
        <source>Mật khẩu của %1?</source>
        <translation>Password of %1?</translation>
    </message>
    <message>
        <source>Như: 08:05 25/11/2026</source>
        <translation>As in: 08:05 25/11/2026</translation>
    </message>
    <message>
        <source>Như: 192.168.1.20/24 192.168.1.1</source>
        <translation>As in: 192.168.1.20/24 192.168.1.1</translation>
    </message>
    <message>
        <source>Đang làm, mất đến một phút…</source>
        <translation>Working, up to a minute…</translation>
    </message>
    <message>
        <source>Địa chỉ hoặc cổng ra chưa đúng. Xem lại.</source>
        <translation>Address or gateway is not right. Look again.</translation>
    </message>
    <message>
        <source>Địa chỉ và cổng ra?</source>
        <translation>Address and gateway?</translation>
    </message>
</context>
<context>
    <name>TechName</name>
    <message>
        <source>In trên phiếu sau chữ Máy, như: số 1.</source>
        <translation>Printed on sheets, such as: số 1.</translation>
    </message>
    <message>
        <source>Máy này tên gì?</source>
        <translation>What is this machine called?</translation>
    </message>
    <message>
        <source>Nhập tên máy trước.</source>
        <translation>Type the name first.</translation>
    </message>
</context>
<context>
    <name>TechNameScreen</name>
    <message>
        <source>Ghi lại</source>
        <translation>Keep it</translation>
    </message>
</context>
<context>
    <name>TechNetwork</name>
    <message>
        <source>Chưa có gì để so</source>
        <translation>Nothing to compare with</translation>
    </message>
    <message>
        <source>Chưa có mạng. Xem dây mạng.</source>
        <translation>No network. Look at the cable.</translation>
    </message>
    <message>
        <source>Chưa thử</source>
        <translation>Not tried yet</translation>
    </message>
    <message>
        <source>Chưa đặt địa chỉ</source>
        <translation>No address is set</translation>
    </message>
    <message>
        <source>Chạm vào dòng để đổi.</source>
        <translation>Touch a row to change it.</translation>
    </message>
    <message>
        <source>Có trả lời, nhưng không đúng máy</source>
        <translation>Something answers, but not what should</translation>
    </message>
    <message>
        <source>Có địa chỉ không trả lời</source>
        <translation>An address does not answer</translation>
    </message>
    <message>
        <source>Cổng thành phố</source>
        <translation>The city&apos;s portal</translation>
    </message>
    <message>
        <source>Không ai trả lời</source>
        <translation>Nobody answers</translation>
    </message>
    <message>
        <source>Không dùng</source>
        <translation>Not used</translation>
    </message>
    <message>
        <source>Lệch %1 giây so với cổng, có chữ ký</source>
        <translation>%1 s off the portal, signed</translation>
    </message>
    <message>
        <source>Lệch %1 giây so với máy chủ, chưa ký</source>
        <translation>%1 s off the server, unsigned</translation>
    </message>
    <message>
        <source>Máy chủ cập nhật</source>
        <translation>Update server</translation>
    </message>
    <message>
        <source>Mạng và đồng hồ</source>
        <translation>Network and clock</translation>
    </message>
    <message>
        <source>Người quản trị gõ: kiosk-lobby-allow host và địa chỉ</source>
        <translation>The administrator types: kiosk-lobby-allow host and the address</translation>
    </message>
    <message>
        <source>Proxy của máy chủ cập nhật</source>
        <translation>Proxy for the update server</translation>
    </message>
    <message>
        <source>Thử mạng</source>
        <translation>Try the network</translation>
    </message>
    <message>
        <source>Trả lời sau %1 ms</source>
        <translation>Answered after %1 ms</translation>
    </message>
    <message>
        <source>Đang thử, mất đến 15 giây…</source>
        <translation>Trying, up to 15 seconds…</translation>
    </message>
    <message>
        <source>Địa chỉ của máy này</source>
        <translation>This machine&apos;s address</translation>
    </message>
    <message>
        <source>Đồng hồ</source>
        <translation>Clock</translation>
    </message>
</context>
<context>
    <name>TechPerson</name>
    <message>
        <source>Chắc chắn, không cho vào nữa</source>
        <translation>Sure, no entry any more</translation>
    </message>
    <message>
        <source>Không cho vào nữa</source>
        <translation>No entry any more</translation>
    </message>
    <message>
        <source>Người đang vào không tự bỏ mình được.</source>
        <translation>Nobody can shut the door on themselves.</translation>
    </message>
    <message>
        <source>Người ấy tự gõ mã. Hết phải chờ.</source>
        <translation>They type it themselves. Ends the wait.</translation>
    </message>
    <message>
        <source>Nhật ký về người ấy vẫn giữ nguyên.</source>
        <translation>The log of what they did stays.</translation>
    </message>
    <message>
        <source>Đặt mã mới</source>
        <translation>Set another PIN</translation>
    </message>
</context>
<context>
    <name>TechPersonName</name>
    <message>
        <source>Cán bộ mới tên gì?</source>
        <translation>Name of the new person?</translation>
    </message>
    <message>
        <source>Kỹ thuật viên mới tên gì?</source>
        <translation>Name of the new technician?</translation>
    </message>
    <message>
        <source>Nhập họ và tên trước.</source>
        <translation>Type the name first.</translation>
    </message>
    <message>
        <source>Tên hiện khi vào, và trong nhật ký.</source>
        <translation>Shown at the door and in the log.</translation>
    </message>
</context>
<context>
    <name>TechPersonNameScreen</name>
    <message>
        <source>Tiếp</source>
        <translation>Next</translation>
    </message>
</context>
<context>
    <name>TechPersonPin</name>
    <message>
        <source>%1 chọn mã tám số</source>
        <translation>%1 chooses eight digits</translation>
    </message>
    <message>
        <source>%1 nhập lại mã</source>
        <translation>%1 types it again</translation>
    </message>
    <message>
        <source>Ghi lại</source>
        <translation>Keep</translation>
    </message>
    <message>
        <source>Hai lần nhập khác nhau</source>
        <translation>The two differ</translation>
    </message>
    <message>
        <source>Người ấy tự gõ, người khác không nhìn.</source>
        <translation>They type it, nobody else looks.</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Go on</translation>
    </message>
</context>
<context>
    <name>TechPersons</name>
    <message>
        <source>Cán bộ</source>
        <translation>Staff</translation>
    </message>
    <message>
        <source>Kỹ thuật</source>
        <translation>Technician</translation>
    </message>
    <message>
        <source>Mỗi người một mã tám số của mình.</source>
        <translation>Each has eight digits of their own.</translation>
    </message>
    <message>
        <source>Người dùng</source>
        <translation>Persons</translation>
    </message>
    <message>
        <source>Thêm cán bộ</source>
        <translation>Add staff</translation>
    </message>
    <message>
        <source>Thêm kỹ thuật</source>
        <translation>Add a technician</translation>
    </message>
    <message>
        <source>đang vào</source>
        <translation>here now</translation>
    </message>
</context>
<context>
    <name>TechPrinters</name>
    <message>
        <source>Bỏ</source>
        <translation>Take out</translation>
    </message>
    <message>
        <source>Bỏ máy in đang dùng</source>
        <translation>Take the printer in use out</translation>
    </message>
    <message>
        <source>Chưa đổi được máy in</source>
        <translation>The printer was not changed</translation>
    </message>
    <message>
        <source>Chắc chắn bỏ</source>
        <translation>Sure, take out</translation>
    </message>
    <message>
        <source>Chọn ở dưới</source>
        <translation>Choose below</translation>
    </message>
    <message>
        <source>Còn ít giấy</source>
        <translation>Low on paper</translation>
    </message>
    <message>
        <source>Cổng máy in</source>
        <translation>Printer device</translation>
    </message>
    <message>
        <source>Dùng máy này</source>
        <translation>Use this one</translation>
    </message>
    <message>
        <source>Gõ cửa 256 địa chỉ, cổng 9100, vài giây</source>
        <translation>Knocks at 256 addresses, port 9100, seconds</translation>
    </message>
    <message>
        <source>Hỏi cả mạng này</source>
        <translation>Ask this whole network</translation>
    </message>
    <message>
        <source>In trang thử</source>
        <translation>Print a test page</translation>
    </message>
    <message>
        <source>In trang thử để xem.</source>
        <translation>Print the test page to see.</translation>
    </message>
    <message>
        <source>Khi biết địa chỉ của máy in</source>
        <translation>Where the address is known</translation>
    </message>
    <message>
        <source>Không thấy máy in nào khác</source>
        <translation>No other printer found</translation>
    </message>
    <message>
        <source>Làm máy dự phòng</source>
        <translation>Make it the spare</translation>
    </message>
    <message>
        <source>Máy in</source>
        <translation>Printer</translation>
    </message>
    <message>
        <source>Máy in USB</source>
        <translation>USB printer</translation>
    </message>
    <message>
        <source>Máy in dự phòng</source>
        <translation>Spare printer</translation>
    </message>
    <message>
        <source>Máy in mạng</source>
        <translation>Network printer</translation>
    </message>
    <message>
        <source>Nhập địa chỉ máy in mạng</source>
        <translation>Type a network printer&apos;s address</translation>
    </message>
    <message>
        <source>Phiếu chỉ hiện trên màn hình</source>
        <translation>Sheets are shown on the screen only</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Trang thử đúng khi đọc được: Ễ Ẵ Ự Ỹ đ</source>
        <translation>The test page is right when you can read: Ễ Ẵ Ự Ỹ đ</translation>
    </message>
    <message>
        <source>Tìm máy in</source>
        <translation>Look for printers</translation>
    </message>
    <message>
        <source>Vạch ngang chạm hai mép. Mã QR quét được.</source>
        <translation>The line reaches both edges. The QR code scans.</translation>
    </message>
    <message>
        <source>Xem dây và nguồn rồi tìm lại.</source>
        <translation>Look at cables and power, then try again.</translation>
    </message>
    <message>
        <source>Xem trang vừa ra có đủ chữ không.</source>
        <translation>See whether all letters came out.</translation>
    </message>
    <message>
        <source>giấy %1 mm</source>
        <translation>%1 mm paper</translation>
    </message>
    <message>
        <source>Đã đổi, dùng từ bây giờ</source>
        <translation>Changed, in use from now on</translation>
    </message>
</context>
<context>
    <name>TechPrintersScreen</name>
    <message>
        <source>Đang tìm…</source>
        <translation>Looking…</translation>
    </message>
</context>
<context>
    <name>TechProof</name>
    <message>
        <source>Chưa thấy báo</source>
        <translation>Not reported yet</translation>
    </message>
    <message>
        <source>Có thể ra đến bốn trang.</source>
        <translation>Up to four pages may come out.</translation>
    </message>
    <message>
        <source>Cảm biến hết giấy</source>
        <translation>Paper end sensor</translation>
    </message>
    <message>
        <source>Cảm biến nắp</source>
        <translation>Cover sensor</translation>
    </message>
    <message>
        <source>Cảm biến sắp hết giấy</source>
        <translation>Paper low sensor</translation>
    </message>
    <message>
        <source>In để dò</source>
        <translation>Print to find out</translation>
    </message>
    <message>
        <source>Không in được trang nào</source>
        <translation>No page came out</translation>
    </message>
    <message>
        <source>Máy in báo về được gì</source>
        <translation>What the printer reports</translation>
    </message>
    <message>
        <source>Máy in đã báo</source>
        <translation>Reported</translation>
    </message>
    <message>
        <source>Mở nắp, lấy giấy ra, rồi lắp lại.</source>
        <translation>Open the cover, take the paper out, put it back.</translation>
    </message>
    <message>
        <source>Sẵn sàng</source>
        <translation>Ready</translation>
    </message>
    <message>
        <source>Đang in và chờ máy in trả lời</source>
        <translation>Printing and waiting for its answer</translation>
    </message>
    <message>
        <source>Đã ghi lại, dùng từ bây giờ.</source>
        <translation>Kept, in use from now on.</translation>
    </message>
</context>
<context>
    <name>TechScan</name>
    <message>
        <source>%1 ký tự, không giữ lại.</source>
        <translation>%1 characters, not kept.</translation>
    </message>
    <message>
        <source>%1 trong 5 mục. Không giữ lại gì.</source>
        <translation>%1 of 5 parts. Nothing is kept.</translation>
    </message>
    <message>
        <source>Chưa ghi được cài đặt</source>
        <translation>The setting was not written</translation>
    </message>
    <message>
        <source>Chọn cách nối, rồi quét mã trên màn hình.</source>
        <translation>Choose how it is connected, then scan this code.</translation>
    </message>
    <message>
        <source>Cắm USB là dùng được</source>
        <translation>Works once it is plugged in</translation>
    </message>
    <message>
        <source>Dùng được ngay. Quét mã để thử.</source>
        <translation>In use from now on. Scan the code to try it.</translation>
    </message>
    <message>
        <source>Không có máy quét</source>
        <translation>No scanner</translation>
    </message>
    <message>
        <source>Máy quét mã</source>
        <translation>Code scanner</translation>
    </message>
    <message>
        <source>Mã mẫu để quét thử</source>
        <translation>Sample code to try</translation>
    </message>
    <message>
        <source>Nối cổng %1</source>
        <translation>On the line %1</translation>
    </message>
    <message>
        <source>Quét như gõ bàn phím</source>
        <translation>Types like a keyboard</translation>
    </message>
    <message>
        <source>Đang chọn</source>
        <translation>Chosen</translation>
    </message>
    <message>
        <source>Đã ghi vào cài đặt</source>
        <translation>Written to the settings</translation>
    </message>
    <message>
        <source>Đặt máy quét sang chữ Unicode, bàn phím kiểu Mỹ.</source>
        <translation>Set the scanner to Unicode, American keyboard.</translation>
    </message>
    <message>
        <source>Đọc đúng mã mẫu</source>
        <translation>The sample was read right</translation>
    </message>
    <message>
        <source>Đọc được một mã khác</source>
        <translation>Another code was read</translation>
    </message>
    <message>
        <source>Đọc được thẻ căn cước</source>
        <translation>An identity card was read</translation>
    </message>
    <message>
        <source>Đọc được thẻ, nhưng sai dấu</source>
        <translation>A card was read, but letters are wrong</translation>
    </message>
    <message>
        <source>Đọc được, nhưng sai dấu</source>
        <translation>Read, but letters are wrong</translation>
    </message>
    <message>
        <source>Đủ dấu. Có thể quét thử thẻ căn cước.</source>
        <translation>Every letter is right. Try an identity card.</translation>
    </message>
</context>
<context>
    <name>TechSetup</name>
    <message>
        <source>Bắt đầu lắp đặt</source>
        <translation>Begin the set-up</translation>
    </message>
    <message>
        <source>Còn %1 bước. Mất điện không mất bước đã xong.</source>
        <translation>%1 steps left. A power cut loses none that is done.</translation>
    </message>
    <message>
        <source>Lắp đặt máy</source>
        <translation>Set the machine up</translation>
    </message>
    <message>
        <source>Tiếp bước %1: %2</source>
        <translation>On to step %1: %2</translation>
    </message>
    <message>
        <source>Xem kết quả</source>
        <translation>See the result</translation>
    </message>
    <message>
        <source>Đã đi hết các bước.</source>
        <translation>All steps were gone through.</translation>
    </message>
</context>
<context>
    <name>TechSound</name>
    <message>
        <source>Bốn tiếng cao thấp, như khi gọi giúp</source>
        <translation>Four notes, as in a call for help</translation>
    </message>
    <message>
        <source>Không nghe được</source>
        <translation>Not heard</translation>
    </message>
    <message>
        <source>Không thấy cắm, hoặc máy không báo</source>
        <translation>None seen, or the machine cannot tell</translation>
    </message>
    <message>
        <source>Máy không phát được âm thanh</source>
        <translation>No sound could be played</translation>
    </message>
    <message>
        <source>Máy này chưa có. Cài alsa-utils và espeak-ng.</source>
        <translation>Not on this machine. Install alsa-utils and espeak-ng.</translation>
    </message>
    <message>
        <source>Nghe rõ</source>
        <translation>Heard well</translation>
    </message>
    <message>
        <source>Người quản trị gõ: kiosk-lobby-allow sound</source>
        <translation>The administrator types: kiosk-lobby-allow sound</translation>
    </message>
    <message>
        <source>Phát chuông</source>
        <translation>Play the bell</translation>
    </message>
    <message>
        <source>Phát từng tiếng, đứng xa một mét mà nghe.</source>
        <translation>Play each sound and listen from one metre.</translation>
    </message>
    <message>
        <source>Tai nghe</source>
        <translation>Headphones</translation>
    </message>
    <message>
        <source>Thử âm thanh</source>
        <translation>Sound test</translation>
    </message>
    <message>
        <source>Ông/bà nghe rõ không?</source>
        <translation>Can you hear me well?</translation>
    </message>
    <message>
        <source>Đang cắm</source>
        <translation>Plugged in</translation>
    </message>
    <message>
        <source>Đang đọc</source>
        <translation>Speaking</translation>
    </message>
    <message>
        <source>Đã phát chuông</source>
        <translation>The bell was played</translation>
    </message>
    <message>
        <source>Đọc một câu</source>
        <translation>Say a sentence</translation>
    </message>
</context>
<context>
    <name>TechTouch</name>
    <message>
        <source>Chạm vào giữa dấu cộng: %1 trong 9</source>
        <translation>Touch the middle of the cross: %1 of 9</translation>
    </message>
    <message>
        <source>Làm lại từ đầu</source>
        <translation>Begin anew</translation>
    </message>
    <message>
        <source>Lệch đến %1 mm. Chỉnh lại màn hình chạm.</source>
        <translation>Up to %1 mm off. Calibrate the touch panel.</translation>
    </message>
    <message>
        <source>Tốt, lệch nhiều nhất %1 mm</source>
        <translation>Good, at worst %1 mm off</translation>
    </message>
    <message>
        <source>Xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>TechTurn</name>
    <message>
        <source>Chưa ghi được cài đặt</source>
        <translation>The setting was not written</translation>
    </message>
    <message>
        <source>Chạm vào chữ đang đứng thẳng</source>
        <translation>Touch the words that stand upright</translation>
    </message>
    <message>
        <source>Khởi động lại, rồi làm tiếp bước sau.</source>
        <translation>Start again, then go on with the next step.</translation>
    </message>
    <message>
        <source>Màn hình treo chiều nào, chọn chữ chiều ấy.</source>
        <translation>Choose the words that stand as the screen hangs.</translation>
    </message>
    <message>
        <source>Tắt rồi bật lại máy, rồi làm tiếp.</source>
        <translation>Switch the machine off and on, then go on.</translation>
    </message>
    <message>
        <source>Đã ghi: xoay %1 độ</source>
        <translation>Written: turned by %1 degrees</translation>
    </message>
    <message>
        <source>Đứng thẳng</source>
        <translation>Upright</translation>
    </message>
</context>
<context>
    <name>TechTurnScreen</name>
    <message>
        <source>Khởi động lại</source>
        <translation>Start again</translation>
    </message>
    <message>
        <source>Làm tiếp, để sau</source>
        <translation>Go on, later</translation>
    </message>
</context>
<context>
    <name>TechUpdate</name>
    <message>
        <source>Bản thành phố đã ký</source>
        <translation>Signed by the city</translation>
    </message>
    <message>
        <source>Bản đang dùng giữ nguyên.</source>
        <translation>What is in use stays.</translation>
    </message>
    <message>
        <source>Chép ra, nhận vào, về bản trước</source>
        <translation>Write, take, go back</translation>
    </message>
    <message>
        <source>Chưa cài. Chạm vào dòng để cài.</source>
        <translation>Not installed yet. Touch its row.</translation>
    </message>
    <message>
        <source>Chưa ghi được vào ổ đĩa</source>
        <translation>The disk did not take it</translation>
    </message>
    <message>
        <source>Chưa thấy thẻ USB</source>
        <translation>No USB stick found</translation>
    </message>
    <message>
        <source>Chắc chắn, cài bản %1</source>
        <translation>Sure, install %1</translation>
    </message>
    <message>
        <source>Chắc chắn, về bản trước</source>
        <translation>Sure, back to the one before</translation>
    </message>
    <message>
        <source>Chỉ máy cài từ gói .deb mới có.</source>
        <translation>Only one installed from the .deb has it.</translation>
    </message>
    <message>
        <source>Cài bản %1</source>
        <translation>Install %1</translation>
    </message>
    <message>
        <source>Cài đặt cho nhiều máy</source>
        <translation>Settings for many machines</translation>
    </message>
    <message>
        <source>Có cài đặt mới của thành phố</source>
        <translation>The city has new settings</translation>
    </message>
    <message>
        <source>Cập nhật phần mềm</source>
        <translation>New software</translation>
    </message>
    <message>
        <source>Cắm thẻ có thư mục kiosk-update.</source>
        <translation>Plug in a stick with a folder kiosk-update.</translation>
    </message>
    <message>
        <source>Dọn ổ đĩa rồi làm lại.</source>
        <translation>Clear the disk, then try again.</translation>
    </message>
    <message>
        <source>Dừng lại</source>
        <translation>Stop</translation>
    </message>
    <message>
        <source>Dữ liệu mới chờ duyệt</source>
        <translation>New data waits for approval</translation>
    </message>
    <message>
        <source>Không có gì mới</source>
        <translation>Nothing new</translation>
    </message>
    <message>
        <source>Không lấy bản này</source>
        <translation>This was not taken</translation>
    </message>
    <message>
        <source>Lấy từ mạng</source>
        <translation>Fetch from the network</translation>
    </message>
    <message>
        <source>Máy khởi động lại trong một phút.</source>
        <translation>It starts again within a minute.</translation>
    </message>
    <message>
        <source>Máy này không có trình cài</source>
        <translation>This machine has no installer</translation>
    </message>
    <message>
        <source>Máy tự khởi động lại</source>
        <translation>Starts again by itself</translation>
    </message>
    <message>
        <source>Máy tự khởi động lại, hỏng thì tự về</source>
        <translation>Starts again by itself, goes back if it fails</translation>
    </message>
    <message>
        <source>Mở Cài đặt cho nhiều máy để xem.</source>
        <translation>Open Settings for many machines.</translation>
    </message>
    <message>
        <source>Thẻ USB %1</source>
        <translation>USB stick %1</translation>
    </message>
    <message>
        <source>Trình cài trả lời lần trước</source>
        <translation>What the installer said last</translation>
    </message>
    <message>
        <source>Tìm lại thẻ USB</source>
        <translation>Look for sticks again</translation>
    </message>
    <message>
        <source>Về bản trước</source>
        <translation>Back to the one before</translation>
    </message>
    <message>
        <source>Xem thay đổi rồi duyệt</source>
        <translation>See the changes, then approve</translation>
    </message>
    <message>
        <source>Đang dùng bản %1</source>
        <translation>In use: %1</translation>
    </message>
    <message>
        <source>Đang lấy và kiểm chữ ký</source>
        <translation>Fetching and verifying</translation>
    </message>
    <message>
        <source>Đã dừng</source>
        <translation>Stopped</translation>
    </message>
    <message>
        <source>Đã kiểm chữ ký và giữ lại</source>
        <translation>Verified and kept</translation>
    </message>
    <message>
        <source>Đã kiểm chữ ký: %1</source>
        <translation>Verified: %1</translation>
    </message>
    <message>
        <source>Đã nhận %1 MB. Bản đang dùng giữ nguyên.</source>
        <translation>%1 MB so far. What is in use stays.</translation>
    </message>
    <message>
        <source>Đã nhờ máy cài</source>
        <translation>The machine was asked to install</translation>
    </message>
</context>
<context>
    <name>TechWire</name>
    <message>
        <source>Chạm vào dòng để dùng cách đó.</source>
        <translation>Touch a row to use that way.</translation>
    </message>
    <message>
        <source>Chạm để dùng</source>
        <translation>Touch to use</translation>
    </message>
    <message>
        <source>Chạm để nhập</source>
        <translation>Touch to type</translation>
    </message>
    <message>
        <source>Không thấy Wi-Fi nào</source>
        <translation>No Wi-Fi found</translation>
    </message>
    <message>
        <source>Máy này không cho đổi mạng ở đây</source>
        <translation>The network cannot be changed here</translation>
    </message>
    <message>
        <source>Mạng chưa đổi</source>
        <translation>The network was not changed</translation>
    </message>
    <message>
        <source>Mạng của máy này</source>
        <translation>This machine&apos;s network</translation>
    </message>
    <message>
        <source>Người quản trị gõ trên máy: nmtui</source>
        <translation>The administrator types on the machine: nmtui</translation>
    </message>
    <message>
        <source>Quay lại và thử mạng.</source>
        <translation>Go back and try the network.</translation>
    </message>
    <message>
        <source>Quét mã QR của Wi-Fi cũng được.</source>
        <translation>A Wi-Fi QR code may be scanned, too.</translation>
    </message>
    <message>
        <source>Sóng %1 %, có mật khẩu</source>
        <translation>Signal %1 %, with a password</translation>
    </message>
    <message>
        <source>Sóng %1 %, không mật khẩu</source>
        <translation>Signal %1 %, without a password</translation>
    </message>
    <message>
        <source>Sóng %1 %, đang dùng</source>
        <translation>Signal %1 %, in use</translation>
    </message>
    <message>
        <source>Tìm Wi-Fi</source>
        <translation>Look for Wi-Fi</translation>
    </message>
    <message>
        <source>Tự nhận địa chỉ</source>
        <translation>Address by itself</translation>
    </message>
    <message>
        <source>Đang dùng: %1</source>
        <translation>In use: %1</translation>
    </message>
    <message>
        <source>Đang làm, mất đến một phút…</source>
        <translation>Working, up to a minute…</translation>
    </message>
    <message>
        <source>Đã đổi mạng của máy</source>
        <translation>The network was changed</translation>
    </message>
    <message>
        <source>Đặt máy gần bộ phát, rồi tìm lại.</source>
        <translation>Stand nearer to the access point and look again.</translation>
    </message>
    <message>
        <source>Địa chỉ cố định</source>
        <translation>Fixed address</translation>
    </message>
</context>
<context>
    <name>TimelineStep</name>
    <message>
        <source>Chưa đến</source>
        <translation>Not yet</translation>
    </message>
    <message>
        <source>Đang làm</source>
        <translation>Under way</translation>
    </message>
    <message>
        <source>Đã xong</source>
        <translation>Done</translation>
    </message>
</context>
<context>
    <name>Track</name>
    <message>
        <source>Có chữ số chưa đúng.</source>
        <translation>One of the digits is not right.</translation>
    </message>
    <message>
        <source>Máy chưa hỏi được Cổng, chỉ tìm trong máy.</source>
        <translation>The portal could not be asked; only this kiosk was searched.</translation>
    </message>
    <message>
        <source>Máy chưa tra được lúc này.</source>
        <translation>It cannot be looked up right now.</translation>
    </message>
    <message>
        <source>Mã tra cứu có đủ sáu chữ số.</source>
        <translation>A look-up code has six digits.</translation>
    </message>
    <message>
        <source>Mã tra cứu của ông/bà?</source>
        <translation>Your look-up code?</translation>
    </message>
    <message>
        <source>Mười một chữ số sau chữ PK trên phiếu.</source>
        <translation>The eleven digits after PK on your slip.</translation>
    </message>
    <message>
        <source>Mười một chữ số sau chữ PK. Quét mã trên phiếu cũng được.</source>
        <translation>Eleven digits after PK. You can also scan the slip.</translation>
    </message>
    <message>
        <source>Mời ông/bà hỏi cán bộ tại quầy.</source>
        <translation>Please ask the staff at the counter.</translation>
    </message>
    <message>
        <source>Sáu chữ số, in dưới số phiếu.</source>
        <translation>Six digits, printed under the slip&apos;s number.</translation>
    </message>
    <message>
        <source>Số phiếu có đủ mười một chữ số.</source>
        <translation>The number has eleven digits.</translation>
    </message>
    <message>
        <source>Số phiếu của ông/bà?</source>
        <translation>The number of your slip?</translation>
    </message>
    <message>
        <source>Số phiếu và mã này chưa khớp.</source>
        <translation>This number and this code do not match.</translation>
    </message>
    <message>
        <source>Tiếp tục</source>
        <translation>Continue</translation>
    </message>
    <message>
        <source>Xem hồ sơ</source>
        <translation>Show it</translation>
    </message>
    <message>
        <source>Ông/bà nhập tiếp cho đủ.</source>
        <translation>Please type the rest of it.</translation>
    </message>
    <message>
        <source>Ông/bà xem lại phiếu, hoặc hỏi cán bộ.</source>
        <translation>Look at the slip again, or ask the staff.</translation>
    </message>
    <message>
        <source>Ông/bà xem lại từng số trên phiếu.</source>
        <translation>Please compare each digit with the slip.</translation>
    </message>
</context>
<context>
    <name>TrackResult</name>
    <message>
        <source>%1. Ông/bà đến vào ngày làm việc sau đó.</source>
        <translation>%1. Please come on the working day after it.</translation>
    </message>
    <message>
        <source>Chưa hỏi được Cổng. Thông tin lúc %1</source>
        <translation>The portal could not be asked. Known as of %1</translation>
    </message>
    <message>
        <source>Chờ cán bộ nhận hồ sơ</source>
        <translation>Waiting for an officer</translation>
    </message>
    <message>
        <source>Chờ ông/bà nhận kết quả</source>
        <translation>The result waits for you</translation>
    </message>
    <message>
        <source>Cán bộ ghi</source>
        <translation>The officer&apos;s note</translation>
    </message>
    <message>
        <source>Cán bộ đã nhận hồ sơ</source>
        <translation>An officer has received it</translation>
    </message>
    <message>
        <source>Cơ quan giải quyết</source>
        <translation>The office works on it</translation>
    </message>
    <message>
        <source>Cơ quan đã giải quyết</source>
        <translation>The office has settled it</translation>
    </message>
    <message>
        <source>Cổng vừa trả lời, lúc %1</source>
        <translation>The portal answered at %1</translation>
    </message>
    <message>
        <source>Hẹn trả kết quả</source>
        <translation>Result due</translation>
    </message>
    <message>
        <source>Máy đang giữ phiếu khai</source>
        <translation>This machine keeps the slip</translation>
    </message>
    <message>
        <source>Mã hồ sơ</source>
        <translation>Dossier code</translation>
    </message>
    <message>
        <source>Ngày hẹn là ngày nghỉ</source>
        <translation>The due day is a holiday</translation>
    </message>
    <message>
        <source>Phiếu còn ở máy này, khai lúc %1</source>
        <translation>The slip is still on this machine, from %1</translation>
    </message>
    <message>
        <source>Phiếu khai đã đến nơi</source>
        <translation>The slip has arrived</translation>
    </message>
    <message>
        <source>Việc tiếp theo</source>
        <translation>What comes next</translation>
    </message>
    <message>
        <source>Đã có kết quả</source>
        <translation>The result is there</translation>
    </message>
    <message>
        <source>Đã trả kết quả</source>
        <translation>The result was handed over</translation>
    </message>
</context>
<context>
    <name>TrackResultScreen</name>
    <message>
        <source>In tình trạng</source>
        <translation>Print this state</translation>
    </message>
    <message>
        <source>Rút phiếu</source>
        <translation>Withdraw slip</translation>
    </message>
    <message>
        <source>Tra hồ sơ khác</source>
        <translation>Follow another</translation>
    </message>
</context>
<context>
    <name>Withdraw</name>
    <message>
        <source>Cán bộ chưa nhận phiếu này, ông/bà có thể rút.</source>
        <translation>No officer has taken this slip yet, so you may withdraw it.</translation>
    </message>
    <message>
        <source>Cổng nhận yêu cầu, rồi xoá điều ông/bà đã khai.</source>
        <translation>The portal takes the request, then erases what you declared.</translation>
    </message>
    <message>
        <source>Giữ phiếu</source>
        <translation>Keep slip</translation>
    </message>
    <message>
        <source>Máy chưa giữ được yêu cầu rút</source>
        <translation>The kiosk could not keep your request</translation>
    </message>
    <message>
        <source>Phiếu vẫn còn nguyên. Mời gọi cán bộ.</source>
        <translation>Your slip is as it was. Please call the staff.</translation>
    </message>
    <message>
        <source>Phiếu đã rút thì không lấy lại được.</source>
        <translation>A slip once withdrawn cannot be brought back.</translation>
    </message>
    <message>
        <source>Rút phiếu %1?</source>
        <translation>Withdraw slip %1?</translation>
    </message>
    <message>
        <source>Rút phiếu này</source>
        <translation>Withdraw this slip</translation>
    </message>
    <message>
        <source>Vẫn cần làm việc này thì khai phiếu mới.</source>
        <translation>If you still need this, fill in a new slip.</translation>
    </message>
</context>
</TS>
