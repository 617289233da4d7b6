"""Names of a procedure's fields for the people who look at a diff."""

LABELS: dict[str, tuple[str, str]] = {
    "code": ("Mã thủ tục", "Code"),
    "name": ("Tên thủ tục", "Name"),
    "field": ("Lĩnh vực", "Field"),
    "detail": ("Mức chi tiết", "Detail known"),
    "agencies": ("Cơ quan thực hiện", "Agencies"),
    "applicants": ("Đối tượng thực hiện", "Who may apply"),
    "steps": ("Trình tự thực hiện", "Steps"),
    "methods": ("Cách thức, thời hạn, lệ phí", "Ways to file, time, fee"),
    "papers": ("Thành phần hồ sơ", "Papers"),
    "legal_basis": ("Căn cứ pháp lý", "Legal basis"),
    "results": ("Kết quả", "Results"),
    "conditions": ("Yêu cầu, điều kiện", "Conditions"),
    "issuer": ("Cơ quan ban hành", "Issued by"),
    "decision_no": ("Số quyết định", "Decision number"),
    "decision_date": ("Ngày quyết định", "Decision date"),
    "url": ("Trang chính thức", "Official page"),
    "ward_served": ("Làm tại phường, xã", "Served in wards"),
    "core": ("Việc thường gặp", "Core of a ward"),
    "popularity": ("Mức thường dùng", "Popularity"),
    "icon": ("Hình", "Icon"),
    "life_events": ("Sự kiện cuộc đời", "Life events"),
    "aliases": ("Tên thường gọi", "Everyday names"),
    "form_id": ("Tờ khai trên máy", "Form on the kiosk"),
    "taken_at": ("Ngày lấy dữ liệu", "Facts taken on"),
    "texts": ("Lời của máy", "Our words"),
    "questions": ("Câu hỏi riêng", "Checklist questions"),
    "levels": ("Cấp thực hiện", "Levels"),
    "online_level": ("Mức dịch vụ trực tuyến", "Online level"),
    "non_territorial": ("Phi địa giới", "In any ward"),
    "cases": ("Trường hợp", "Cases"),
    "deciding_agencies": ("Cơ quan quyết định", "Deciding agencies"),
    "coordinating_agencies": ("Cơ quan phối hợp", "Agencies asked"),
    "delegated_agencies": ("Cơ quan được ủy quyền", "Delegated agencies"),
    "return_ways": ("Cách trả kết quả", "Ways of return"),
    "reception_address": ("Nơi tiếp nhận", "Reception address"),
    "procedure_type": ("Loại thủ tục", "Kind of procedure"),
    "note": ("Ghi chú", "Note"),
    "keywords": ("Từ khóa", "Keywords"),
    "service_groups": ("Nhóm dịch vụ", "Service groups"),
    "effective_on": ("Ngày có hiệu lực", "In force from"),
    "expires_on": ("Ngày hết hiệu lực", "In force until"),
    "withdrawn_at": ("Bãi bỏ từ ngày", "Withdrawn since"),
    "replaced_by": ("Thay bằng thủ tục", "Replaced by"),
    "portal_id": ("Mã trên Cổng", "Portal's number"),
    "portal_updated": ("Cổng cập nhật lúc", "Portal updated"),
    "local": ("Cán bộ ghi thêm", "Added by staff"),
    "fee": ("Lệ phí", "Fee"),
    "fee_note": ("Ghi chú lệ phí", "Fee note"),
    "duration": ("Thời hạn", "Time"),
    "time": ("Thời hạn", "Time"),
    "time_note": ("Ghi chú thời hạn", "Time note"),
    "where": ("Nơi nộp", "Where"),
    "where_note": ("Ghi chú nơi nộp", "Where note"),
    "summary": ("Tóm tắt", "Summary"),
    "language": ("Ngôn ngữ", "Language"),
    "fee_vnd": ("Lệ phí (đồng)", "Fee in đồng"),
    "fee_text": ("Lệ phí (bằng chữ)", "Fee in words"),
    "counter": ("Quầy", "Counter"),
    "opening_note": ("Giờ làm việc", "Opening hours"),
    "everyday_name": ("Tên thường gọi", "Everyday name"),
    "hidden": ("Ẩn", "Hidden"),
}
_GROUPS = {
    "texts.vi": ("Lời của máy", "Our words"),
    "texts.en": ("Lời tiếng Anh", "Our English words"),
    "local": ("Cán bộ ghi thêm", "Added by staff"),
}


def field_label(field: str, language: str) -> str:
    """Return "Lời của máy: Lệ phí" for `texts.vi.fee` in `vi` or `en`; an unknown field as it is."""
    place = 1 if language == "en" else 0
    group, _, name = field.rpartition(".")
    said = LABELS.get(name or field)
    if said is None:
        return field
    return f"{_GROUPS[group][place]}: {said[place]}" if group in _GROUPS else said[place]
