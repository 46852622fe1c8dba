package io.gatehouse.central.page;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** What the small site's other pages show: cameras, figures, shifts, gates, people. */
final class SmallSiteBooks {

  private SmallSiteBooks() {}

  static void fill(FakeCentral central, Instant now) {
    central.answers("/api/cameras", cameras(now));
    central.answers("/api/stats", stats(now));
    central.answers("/api/shifts", shifts(now));
    central.answers("/api/gates", gates(now));
    central.answers("/api/tokens", "{\"success\":true,\"tokens\":[]}");
    central.answers("/api/users", users(now));
    central.answers("/api/audit", audit(now));
    central.answers("/api/retention", "{\"success\":true,\"picture_days\":90,\"row_days\":365}");
    central.answers(
        "/api/enrolments",
        """
        {"success":true,"code":"K7QM-2XRD","expires_at":"%s",
         "qr_svg":"<svg xmlns='http://www.w3.org/2000/svg' viewBox='0 0 3 3'><script>window.hit=1</script><path d='M0 0h1v1h-1zM2 2h1v1h-1z'/></svg>"}\
        """
            .formatted(SiteRows.time(now.plus(15, ChronoUnit.MINUTES))));
  }

  private static String cameras(Instant now) {
    return """
    {"success":true,"total":3,"online":2,"offline":1,"cameras":[
     {"id":1,"gate_id":1,"gate":"Cổng A","name":"Cổng vào A","type":"ENTRY","status":"online",
      "last_heartbeat":"%1$s","events_sent":4821,"events_failed":0,"health":{"fps":29.7,
      "disk_free_bytes":48000000000,"disk_total_bytes":64000000000,"backlog":0,"parked":0,
      "version":"0.1.0","camera":"running"}},
     {"id":2,"gate_id":1,"gate":"Cổng A","name":"Cổng ra B","type":"EXIT","status":"online",
      "last_heartbeat":"%1$s","events_sent":4402,"events_failed":3,"health":{"fps":15,
      "disk_free_bytes":3000000000,"disk_total_bytes":64000000000,"backlog":214,"parked":2,
      "version":"0.1.0","camera":"running"}},
     {"id":1,"gate_id":2,"gate":"Hầm B2","name":"<b>Hầm</b> B2","type":"ENTRY","status":"offline",
      "last_heartbeat":"%2$s","events_sent":120,"events_failed":0,"health":{}}]}\
    """
        .formatted(
            SiteRows.time(now.minusSeconds(12)), SiteRows.time(now.minus(2, ChronoUnit.HOURS)));
  }

  private static String stats(Instant now) {
    String hours =
        IntStream.range(0, 24)
            .mapToObj(hour -> {
              int in = (int) Math.round(30 * Math.exp(-(hour - 8) * (hour - 8) / 8.0));
              int out = (int) Math.round(34 * Math.exp(-(hour - 18) * (hour - 18) / 8.0));
              int inside = (int) Math.round(120 * Math.exp(-(hour - 13) * (hour - 13) / 30.0));
              return "{\"hour\":%d,\"entries\":%d,\"exits\":%d,\"revenue\":%d,\"inside\":%d}"
                  .formatted(hour, in, out, out * 5000, inside);
            })
            .collect(Collectors.joining(","));
    String days =
        IntStream.rangeClosed(0, 6)
            .mapToObj(back -> {
              String day =
                  now.atZone(ZoneId.of("Asia/Ho_Chi_Minh")).toLocalDate().minusDays(6L - back) + "";
              int in = 210 + 17 * (back * 5 % 7);
              return "{\"day\":\"%s\",\"entries\":%d,\"exits\":%d,\"revenue\":%d,\"inside\":80}"
                  .formatted(day, in, in - 6, in * 5100);
            })
            .collect(Collectors.joining(","));
    return """
    {"success":true,"vehicles_in_parking":79,"entries_today":214,"exits_today":198,
     "revenue_today":1284000,"by_kind":{"MOTORBIKE":61,"CAR":16,
     "TRUCK":2},"by_hour":[%s],"by_day":[%s]}\
    """
        .formatted(hours, days);
  }

  private static String shifts(Instant now) {
    return """
    {"success":true,"count":2,"total":2,"shifts":[
     {"gate":"Cổng A","guard":"Nguyễn Văn An","began_at":"%1$s","ended_at":"%2$s",
      "cash":1250000,"counted":1250000,"difference":0,
      "data":{"vehicles_in":120,"vehicles_out":110,"remark":""}},
     {"gate":"Cổng A","guard":"Trần Thị Bình","began_at":"%3$s","ended_at":"%1$s",
      "cash":1180000,"counted":1165000,"difference":-15000,
      "data":{"vehicles_in":98,"vehicles_out":104,"remark":"Trả nhầm tiền thối"}}]}\
    """
        .formatted(
            SiteRows.time(now.minus(9, ChronoUnit.HOURS)),
            SiteRows.time(now.minus(1, ChronoUnit.HOURS)),
            SiteRows.time(now.minus(17, ChronoUnit.HOURS)));
  }

  private static String gates(Instant now) {
    return """
    {"success":true,"gates":[{"id":1,"name":"Cổng A","created_at":"%1$s","tokens":[
      {"id":5,"name":"Cổng A","created_at":"%1$s","created_by":"admin","revoked_at":null},
      {"id":4,"name":"máy cũ","created_at":"%1$s","created_by":"admin","revoked_at":"%1$s"}]}]}\
    """
        .formatted(SiteRows.time(now.minus(20, ChronoUnit.DAYS)));
  }

  private static String users(Instant now) {
    return """
    {"success":true,"users":[
     {"id":1,"name":"Chị Lan","role":"OWNER","active":true,"must_change_password":false,
      "created_at":"%1$s","signed_in_at":"%1$s"},
     {"id":2,"name":"nhanvien1","role":"STAFF","active":false,"must_change_password":true,
      "created_at":"%1$s","signed_in_at":null}]}\
    """
        .formatted(SiteRows.time(now));
  }

  private static String audit(Instant now) {
    return """
    {"success":true,"count":1,"audit":[{"id":1,"at":"%s","who":"Chị Lan","kind":"USER",
     "address":"192.168.0.20","action":"SIGN_IN","vehicle_id":null,"plate_id":null,"details":""}]}\
    """
        .formatted(SiteRows.time(now));
  }
}
