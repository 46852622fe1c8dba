package io.gatehouse.plate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * The 81 two-digit codes that Vietnamese plates start with, as of circular 51/2025/TT-BCA: the
 * codes of merged provinces stay in use under the new province's name. Never given out: 13, 42, 44,
 * 45, 46, 87, 91, 96.
 */
final class VietnamProvinces {

  private static final String TABLE =
      """
      Hà Nội: 29 30 31 32 33 40
      TP. Hồ Chí Minh: 41 50 51 52 53 54 55 56 57 58 59 61 72
      Hải Phòng: 15 16 34
      Đà Nẵng: 43 92
      Cần Thơ: 65 83 95
      Huế: 75
      Cao Bằng: 11
      Lạng Sơn: 12
      Quảng Ninh: 14
      Hưng Yên: 17 89
      Ninh Bình: 18 35 90
      Phú Thọ: 19 28 88
      Thái Nguyên: 20 97
      Lào Cai: 21 24
      Tuyên Quang: 22 23
      Lai Châu: 25
      Sơn La: 26
      Điện Biên: 27
      Thanh Hóa: 36
      Nghệ An: 37
      Hà Tĩnh: 38
      Đồng Nai: 39 60 93
      Đắk Lắk: 47 78
      Lâm Đồng: 48 49 86
      Tây Ninh: 62 70
      Đồng Tháp: 63 66
      Vĩnh Long: 64 71 84
      An Giang: 67 68
      Cà Mau: 69 94
      Quảng Trị: 73 74
      Quảng Ngãi: 76 82
      Gia Lai: 77 81
      Khánh Hòa: 79 85
      Bắc Ninh: 98 99
      Cục Cảnh sát giao thông: 80
      """;

  private final Map<String, String> nameOfCode = new HashMap<>();

  VietnamProvinces() {
    for (String line : TABLE.lines().toList()) {
      int colon = line.indexOf(':');
      for (String code : line.substring(colon + 1).strip().split(" ")) {
        nameOfCode.put(code, line.substring(0, colon));
      }
    }
  }

  /** Whether plates with this two-digit code exist. */
  boolean isInUse(String code) {
    return nameOfCode.containsKey(code);
  }

  /** The province's name in Vietnamese; 80 is the traffic police department's own. */
  Optional<String> name(String code) {
    return Optional.ofNullable(nameOfCode.get(code));
  }
}
