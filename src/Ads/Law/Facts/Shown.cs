namespace Beffroi.Ads.Law;

/// <summary>
/// When an ad was shown, as well as it is known: somewhere between two instants, or between two days of the calendar of the place where it was shown.
/// A day told by a platform in an unknown time zone is wider than a day seen by a person.
/// </summary>
public sealed record Shown
{
    readonly DateTimeOffset? earliest;
    readonly DateTimeOffset? latest;
    readonly DateOnly? firstDay;
    readonly DateOnly? lastDay;

    Shown(DateTimeOffset? earliest, DateTimeOffset? latest, DateOnly? firstDay, DateOnly? lastDay) =>
        (this.earliest, this.latest, this.firstDay, this.lastDay) = (earliest, latest, firstDay, lastDay);

    public static Shown At(DateTimeOffset instant) => new(instant, instant, null, null);

    /// <exception cref="ArgumentException">The second comes before the first.</exception>
    public static Shown Between(DateTimeOffset earliest, DateTimeOffset latest) =>
        latest >= earliest ? new(earliest, latest, null, null) : throw new ArgumentException("The latest instant comes before the earliest.", nameof(latest));

    /// <summary>Was still shown then, and perhaps later.</summary>
    public static Shown NotBefore(DateTimeOffset instant) => new(instant, null, null, null);

    /// <summary>On that day of the calendar of the place where it was shown: what a person who saw it says.</summary>
    public static Shown OnDay(DateOnly day) => new(null, null, day, day);

    public static Shown OnDays(DateOnly first, DateOnly last) =>
        last >= first ? new(null, null, first, last) : throw new ArgumentException("The last day comes before the first.", nameof(last));

    /// <summary>That day at the latest, in the place where it was shown: somebody saw it then, and nobody says since when.</summary>
    public static Shown ByDay(DateOnly day) => new(null, null, null, day);

    /// <summary>Was still shown that day, and perhaps later.</summary>
    public static Shown FromDay(DateOnly day) => new(null, null, day, null);

    public static Shown InMonth(int year, int month) => new(null, null, new(year, month, 1), new(year, month, DateTime.DaysInMonth(year, month)));

    /// <summary>On that day in that time zone: what a platform says when it says which zone.</summary>
    public static Shown OnDayIn(DateOnly day, TimeZoneInfo zone) => Between(Calendar.Midnight(day, zone), Calendar.Midnight(day.AddDays(1), zone).AddTicks(-1));

    /// <summary>On a day told without its time zone: anywhere from UTC+14 to UTC-12.</summary>
    public static Shown OnDayOfUnknownZone(DateOnly day) => Between(
        new(day.ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(14)),
        new DateTimeOffset(day.AddDays(1).ToDateTime(TimeOnly.MinValue), TimeSpan.FromHours(-12)).AddTicks(-1));

    /// <summary>Was seen then, and perhaps later: so it had begun by then.</summary>
    internal bool IsOpen => earliest is not null && latest is null;

    /// <summary>Not known to the instant.</summary>
    public bool IsRough => earliest is null || earliest != latest;

    internal DateTimeOffset Earliest(TimeZoneInfo place) => earliest ?? (firstDay is { } day ? Calendar.Midnight(day, place) : DateTimeOffset.MinValue);

    internal DateTimeOffset Latest(TimeZoneInfo place, DateTimeOffset now) =>
        latest ?? (lastDay is { } day ? Calendar.Midnight(day.AddDays(1), place).AddTicks(-1) : Later(now, Earliest(place)));

    /// <summary>The days it may have been, whatever the place: one, or the first and the last.</summary>
    public (DateOnly First, DateOnly? Last) Days => earliest is not { } begin
        ? (firstDay ?? DateOnly.MinValue, lastDay)
        : (DateOnly.FromDateTime(begin.UtcDateTime), latest is { } end ? DateOnly.FromDateTime(end.UtcDateTime) : null);

    static DateTimeOffset Later(DateTimeOffset a, DateTimeOffset b) => a > b ? a : b;
}
