using Beffroi.Chat.Rules.Notices;
using CsCheck;

namespace Beffroi.Chat.Tests.Rules;

public sealed class NoticeTests
{
    static readonly Guid Claire = new("00000000-0000-0000-0000-000000000001");
    static readonly Guid Marc = new("00000000-0000-0000-0000-000000000002");
    static readonly Guid Case = new("00000000-0000-0000-0000-0000000000ca");
    static readonly QuietHours Night = new(new(22, 0), new(7, 0));

    static Notice Of(NoticeReason reason, Guid? by = null, Guid? about = null) => new(Claire, by ?? Marc, reason, Guid.Parse("00000000-0000-0000-0000-00000000000f"), about);

    static DateTimeOffset At(string text) => DateTimeOffset.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    [Theory]
    [InlineData("2026-11-26T20:59:00Z", "2026-11-26T20:59:00Z")]
    [InlineData("2026-11-26T21:00:00Z", "2026-11-27T06:00:00Z")]
    [InlineData("2026-11-27T02:00:00Z", "2026-11-27T06:00:00Z")]
    [InlineData("2026-11-27T06:00:00Z", "2026-11-27T06:00:00Z")]
    // Clocks go forward on 29 March 2026 at 2, and back on 25 October at 3: seven o'clock is at 5, then at 6, of the world's time.
    [InlineData("2026-03-28T23:00:00Z", "2026-03-29T05:00:00Z")]
    [InlineData("2026-10-24T23:00:00Z", "2026-10-25T06:00:00Z")]
    public void Quiet_hours_end_in_the_morning_of_the_person(string at, string until) => Assert.Equal(At(until), Night.Until(At(at)));

    [Theory]
    // An hour that does not exist, and one that comes twice.
    [InlineData("01:00", "02:30", "2026-03-29T00:30:00Z", "2026-03-29T01:00:00Z")]
    [InlineData("01:00", "02:30", "2026-10-24T23:30:00Z", "2026-10-25T00:30:00Z")]
    [InlineData("01:00", "02:30", "2026-10-25T01:10:00Z", "2026-10-25T01:30:00Z")]
    public void The_night_of_the_change_of_hour_has_its_end(string from, string to, string at, string until) =>
        Assert.Equal(At(until), new QuietHours(TimeOnly.Parse(from, System.Globalization.CultureInfo.InvariantCulture), TimeOnly.Parse(to, System.Globalization.CultureInfo.InvariantCulture)).Until(At(at)));

    [Fact]
    public void A_quiet_weekend_lasts_until_the_hours_of_monday_end()
    {
        var weekend = Night with { QuietDays = new HashSet<DayOfWeek> { DayOfWeek.Saturday, DayOfWeek.Sunday } };
        Assert.Equal(At("2026-11-30T06:00:00Z"), weekend.Until(At("2026-11-28T11:00:00Z")));
        Assert.Null((Night with { From = new(8, 0), To = new(8, 0) }).Until(At("2026-11-28T11:00:00Z")));
    }

    [Fact]
    public void What_is_told_later_is_told_at_the_first_minute_that_is_not_quiet() =>
        Gen.Select(Gen.Int[0, 95], Gen.Int[0, 95], Gen.Int[0, 127], Gen.Int[0, 60 * 24 * 365]).Sample((from, to, days, minute) =>
        {
            var quiet = new QuietHours(new TimeOnly(0).AddMinutes(from * 15), new TimeOnly(0).AddMinutes(to * 15)) { QuietDays = Enum.GetValues<DayOfWeek>().Where(d => (days >> (int)d & 1) == 1).ToHashSet() };
            var instant = At("2026-01-01T00:00:00Z").AddMinutes(minute);
            var expected = Enumerable.Range(0, 9 * 24 * 4).Select(q => q == 0 ? instant : instant.AddMinutes((q * 15) - (instant.Minute % 15))).Cast<DateTimeOffset?>().FirstOrDefault(t => !quiet.Holds(t!.Value));
            Assert.Equal(expected, quiet.Until(instant));
        }, iter: 300);

    [Fact]
    public void Nobody_is_told_what_they_did_themselves() =>
        Assert.All(Enum.GetValues<NoticeReason>(), r => Assert.Equal(Delivery.Never, NoticeChoices.Default.Judge(Of(r, by: Claire), At("2026-11-26T12:00:00Z")).Delivery));

    [Fact]
    public void An_alert_passes_quiet_hours_unless_refused_and_is_never_lost()
    {
        var night = At("2026-11-27T02:00:00Z");
        var choices = new NoticeChoices { Quiet = Night };
        Assert.Equal((Delivery.AtOnce, night), choices.Judge(Of(NoticeReason.Alert), night));
        Assert.Equal((Delivery.AtOnce, At("2026-11-27T06:00:00Z")), choices.Judge(Of(NoticeReason.Mention), night));
        Assert.Equal((Delivery.AtOnce, At("2026-11-27T06:00:00Z")), (choices with { AlertsPassQuiet = false }).Judge(Of(NoticeReason.Alert), night));
        Assert.Equal(Delivery.Digest, (choices with { Chosen = new Dictionary<NoticeReason, Delivery> { [NoticeReason.Alert] = Delivery.Never } }).Judge(Of(NoticeReason.Alert), night).Delivery);
        Assert.Equal(Delivery.Digest, new NoticeChoices { Quiet = new(new(0, 0), new(0, 0)) }.Judge(Of(NoticeReason.Mention), night).Delivery);
    }

    [Fact]
    public void A_muted_case_speaks_only_to_someone_by_name()
    {
        var choices = new NoticeChoices { MutedCases = new HashSet<Guid> { Case } };
        var spoken = Enum.GetValues<NoticeReason>().Where(r => choices.Judge(Of(r, about: Case), At("2026-11-26T12:00:00Z")).Delivery != Delivery.Never);
        Assert.Equal([NoticeReason.Alert, NoticeReason.Direct, NoticeReason.Mention, NoticeReason.Assigned], spoken);
    }

    [Fact]
    public void A_qualified_case_is_told_once_whoever_qualifies_it_next()
    {
        var (first, second) = (Of(NoticeReason.Qualified, about: Case), Of(NoticeReason.Qualified, about: Case) with { Subject = Guid.Parse("00000000-0000-0000-0000-0000000000ff") });
        Assert.Equal([first], NoticeChoices.New([first, second], new HashSet<(Guid, NoticeReason, Guid)>()));
        Assert.Empty(NoticeChoices.New([second], new HashSet<(Guid, NoticeReason, Guid)> { first.Key }));
        Assert.Equal(2, NoticeChoices.New([first with { Reason = NoticeReason.Mention }, second with { Reason = NoticeReason.Mention }], new HashSet<(Guid, NoticeReason, Guid)>()).Count());
    }

    [Fact]
    public void Each_reason_is_said_in_both_languages() =>
        Assert.All(Enum.GetValues<NoticeReason>(), r => Assert.NotEqual(r.Because().French, r.Because().English));
}
