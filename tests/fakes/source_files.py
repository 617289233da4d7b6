"""Small files of every kind a catalogue can come in, in the real shapes, made of (code, name) pairs."""

import io
import json
import re
import zipfile
from collections.abc import Callable, Iterable, Mapping

from openpyxl import Workbook

Pairs = Iterable[tuple[str, str]]
HEADINGS = ("Mã số", "Tên", "Cơ quan ban hành", "Cơ quan thực hiện", "Lĩnh vực")
_INLINE = re.compile(rb'(<c r="[A-Z]+[0-9]+"(?: s="[0-9]+")?) t="inlineStr"><is>(.*?)</is></c>', re.DOTALL)
NOTHING = "Không có thông tin"


def as_json_lines(pairs: Pairs) -> bytes:
    return _lines({"code": code, "name": name, "field": "Hộ tịch"} for code, name in pairs)


def portal_row(code: str, name: str, **more: object) -> dict[str, object]:
    return {"code": code, "codeNotation": code, "name": name, "type": "STANDARD"} | more


def portal_detail(code: str, name: str, **more: object) -> dict[str, object]:
    """A detail with one of everything, as the portal answers it (July 2026)."""
    detail: dict[str, object] = {
        "id": "019d2bfd-380b-73df-9a18-5658e09794d3",
        "executionSteps": [{"name": "", "description": "- Nộp hồ sơ.\n- Nhận kết quả."}],
        "executionMethods": [
            {
                "submissionMethod": "ONLINE",
                "processingTime": 3,
                "processingTimeUnit": "WORKING_DAY",
                "description": "",
                "fees": [{"type": "SERVICE_FEE", "value": 0, "attachment": None, "description": ""}],
            }
        ],
        "executionCases": [
            {
                "name": "* Giấy tờ phải nộp:",
                "profileComponents": [
                    {
                        "originalQty": 1,
                        "copyQty": 0,
                        "required": False,
                        "name": "Tờ khai",
                        "attachments": [
                            {"id": "019e0ca1-082c-70eb-9da9-0319f12a989e", "fileName": "tokhai.docx"}
                        ],
                    }
                ],
            }
        ],
        "cases": [{"code": f"{code}.01", "name": name, "processingDay": {"qty": 3, "type": "WORKING_DAY"}}],
        "category": {"name": "Hộ tịch", "code": "G15-TP07"},
        "departmentsExecuting": [{"name": "Ủy ban Nhân dân xã, phường, thị trấn."}],
        "executingAgencies": "Ủy ban Nhân dân xã, phường, thị trấn.",
        "departmentsAuthority": [{"name": "Ủy ban Nhân dân xã, phường, thị trấn."}],
        "unitGroupsCoordinating": [{"name": "Công an cấp xã"}],
        "returningMethods": [{"type": "ONLINE", "value": ["AT_HOME", "ONLINE"]}],
        "procedureProposal": {
            "proposalNumber": "163/QĐ-BTP",
            "decisionDate": 1768496400000,
            "issuingAgency": {"name": "Bộ Tư pháp"},
        },
        "isWard": True,
        "isProvince": False,
        "isFullProcess": False,
        "isNonTerritorial": True,
        "keywords": "khai sinh; giấy khai sinh",
        "updatedAt": 1776247918000,
    }
    return portal_row(code, name) | detail | more


def as_portal_rows(pairs: Pairs) -> bytes:
    return _lines(portal_row(code, name) for code, name in pairs)


def as_portal_details(pairs: Pairs) -> bytes:
    return _lines({"code": "OK", "data": portal_detail(code, name), "message": ""} for code, name in pairs)


def as_portal_list(pairs: Pairs, *, total: int | None = None, **more: object) -> bytes:
    """One answer of the list call, as the portal indents nothing and a person saves it."""
    items = [portal_row(code, name, **more) for code, name in pairs]
    data = {"items": items, "lastId": "x", "total": len(items) if total is None else total}
    return json.dumps({"code": "OK", "data": data, "message": ""}, ensure_ascii=False).encode()


def as_word_export(pairs: Pairs) -> bytes:
    return _lines(word_record(code, name) for code, name in pairs)


def word_record(code: str, name: str, **filing: str) -> dict[str, object]:
    row = {"hinh_thuc": "Trực tiếp", "thoi_han_giai_quyet": "07 Ngày", "phi_le_phi": "", "mo_ta": ""} | filing
    return {
        "thu_tuc_id": code,
        "source_file": f"ChiTietTTHC_{code}.doc",
        "metadata": {
            "mã_thủ_tục": code,
            "tên_thủ_tục": name,
            "số_quyết_định": "Quyết định số 6375/QĐ-BQP",
            "cấp_thực_hiện": "Cấp Tỉnh, Cấp Xã",
            "loại_thủ_tục": "TTHC được luật giao quy định chi tiết",
            "lĩnh_vực": "Nghĩa vụ quân sự",
        },
        "content": {
            "trình_tự_thực_hiện": "Bước 1: Nộp hồ sơ. Bước 2: Nhận kết quả như đã nêu tại Bước 1.",
            "đối_tượng_thực_hiện": "Doanh nghiệp, Tổ chức (không bao gồm doanh nghiệp, HTX)",
            "cơ_quan_thực_hiện": "Ban chỉ huy quân sự cấp Xã",
            "cơ_quan_có_thẩm_quyền": "Chủ tịch UBND cấp xã",
            "cơ_quan_phối_hợp": NOTHING,
            "yêu_cầu_điều_kiện_thực_hiện": "Không",
            "kết_quả_thực_hiện": "Giấy chứng nhận",
        },
        "tables": {
            "hinh_thuc_nop": [row],
            "thanh_phan_ho_so": [
                {
                    "ten_giay_to": "Phiếu tự khai",
                    "so_luong": "5- MẪU SỐ 01.docx",
                    "ghi_chu": "Bản chính: 1\nBản sao: 2",
                }
            ],
            "can_cu_phap_ly": [{"so_ky_hieu": "78/2015/QH13", "trich_yeu": "Nghĩa vụ quân sự"}],
        },
    }


def as_page_text(pairs: Pairs) -> bytes:
    glued = "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 Ngày làm việc7,000 Việt Nam Đồng"
    return _lines(
        {
            "ma_thu_tuc": code,
            "detail_url": "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd-3801-752b-a01a-93596242f811",
            "ten_thu_tuc": name,
            "so_quyet_dinh": "163/QĐ-BTP",
            "cap_thuc_hien": "Cấp tỉnh, Cấp xã",
            "linh_vuc": "Hộ tịch",
            "doi_tuong_thuc_hien": "Công dân Việt Nam, Người nước ngoài",
            "co_quan_thuc_hien": NOTHING,
            "cach_thuc_thuc_hien": glued,
            "ket_qua_xu_ly": "Giấy khai sinhMã: KQ.G15.000031Từ khóaKhông có thông tin",
        }
        for code, name in pairs
    )


def as_xlsx(pairs: Pairs, *, cells: Mapping[str, object] | None = None) -> bytes:
    """The official list: title, headings in row 2, one row a pair; `cells` are put over it by address."""
    book = Workbook()
    sheet = book.active
    sheet.title = "Danh sách TTHC"
    sheet.append(["DANH SÁCH THỦ TỤC HÀNH CHÍNH"])
    sheet.append(list(HEADINGS))
    for code, name in pairs:
        sheet.append([code, name, "Bộ Tư pháp", "Ủy ban nhân dân cấp xã\nSở Tư pháp", "Hộ tịch"])
    for address, value in (cells or {}).items():
        sheet[address] = value
    out = io.BytesIO()
    book.save(out)
    return _with_shared_strings(out.getvalue())


def _with_shared_strings(content: bytes) -> bytes:
    """Put the texts of the sheet into a part of their own, as the portal's export has them."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    texts: list[bytes] = []

    def shared(cell: re.Match[bytes]) -> bytes:
        texts.append(cell[2])
        return b'%b t="s"><v>%d</v></c>' % (cell[1], len(texts) - 1)

    sheet = "xl/worksheets/sheet1.xml"
    parts[sheet] = _INLINE.sub(shared, parts[sheet])
    main = b"http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    items = b"".join(b"<si>%b</si>" % text for text in texts)
    parts["xl/sharedStrings.xml"] = b'<sst xmlns="%b">%b</sst>' % (main, items)
    kind = b"application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml"
    types = "[Content_Types].xml"
    parts[types] = parts[types].replace(
        b"</Types>", b'<Override PartName="/xl/sharedStrings.xml" ContentType="%b" /></Types>' % kind
    )
    return as_zip(parts)


def as_commune_csv(pairs: Pairs, *, sign: str = ",", encoding: str = "utf-8") -> bytes:
    lines = [sign.join(("code_raw", "code", "name", "field", "dept", "duration_days"))]
    lines += [
        sign.join(
            (f'"{code}.000.00.00.H41"', f'"{code}"', '"' + name.replace('"', '""') + '"', "Hộ tịch", "", "5")
        )
        for code, name in pairs
    ]
    return "\r\n".join([*lines, ""]).encode(encoding)


def as_zip(members: Mapping[str, bytes], *, packing: int = zipfile.ZIP_DEFLATED) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", packing) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return out.getvalue()


def _lines(rows: Iterable[Mapping[str, object]]) -> bytes:
    return "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows).encode(errors="surrogatepass")


SAMPLES: Mapping[str, tuple[str, Callable[[Pairs], bytes]]] = {
    "json_lines": ("json_lines", as_json_lines),
    "portal_rows": ("portal_answers", as_portal_rows),
    "portal_details": ("portal_answers", as_portal_details),
    "portal_list": ("portal_answers", as_portal_list),
    "word_export": ("word_export", as_word_export),
    "page_text": ("page_text", as_page_text),
    "official_list": ("official_list", as_xlsx),
    "commune_list": ("commune_list", as_commune_csv),
}
