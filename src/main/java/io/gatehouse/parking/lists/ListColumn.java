package io.gatehouse.parking.lists;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** A column of a list file, with the names by which people call it. */
public enum ListColumn {
  PLATE("plate", "bienso", "biensoxe", "bien", "bks", "licenseplate", "platenumber"),
  KIND("kind", "loai", "danhsach", "loaidanhsach", "loaithe", "nhom", "list", "type"),
  VEHICLE("vehicle", "loaixe", "xe", "phuongtien", "vehicletype"),
  OWNER("owner", "chuxe", "hoten", "hovaten", "ten", "khachhang", "name"),
  PHONE("phone", "dienthoai", "sodienthoai", "sdt", "dt"),
  FROM("from", "tungay", "tu", "ngaybatdau", "batdau", "startdate"),
  TO("to", "denngay", "den", "ngayhethan", "hethan", "handen", "enddate"),
  NOTE("note", "ghichu", "chuthich");

  @SuppressWarnings("ImmutableEnumChecker") // made by List.of
  private final List<String> names;

  ListColumn(String... names) {
    this.names = List.of(names);
  }

  /** The name in files that Gatehouse writes. */
  public String title() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The column of this title, in English or Vietnamese, with marks or without. */
  public static Optional<ListColumn> of(String title) {
    String plain = PlainWords.of(title);
    return Arrays.stream(values()).filter(column -> column.names.contains(plain)).findFirst();
  }
}
