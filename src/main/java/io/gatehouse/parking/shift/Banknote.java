package io.gatehouse.parking.shift;

/** The notes that a guard counts, smallest first. */
public enum Banknote {
  DONG_1_000(1_000),
  DONG_2_000(2_000),
  DONG_5_000(5_000),
  DONG_10_000(10_000),
  DONG_20_000(20_000),
  DONG_50_000(50_000),
  DONG_100_000(100_000),
  DONG_200_000(200_000),
  DONG_500_000(500_000);

  private final long dong;

  Banknote(long dong) {
    this.dong = dong;
  }

  public long dong() {
    return dong;
  }
}
