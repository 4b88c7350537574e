namespace Beffroi.Chat.Rules.Notices;

/// <summary>Hours in which a person is not disturbed, in their own time.</summary>
/// <param name="From">Included.</param>
/// <param name="To">Left out; before <see cref="From"/>: the next morning. The same: the whole day.</param>
public sealed record QuietHours(TimeOnly From, TimeOnly To, string Zone = "Europe/Paris")
{
    /// <summary>Days that are quiet from their first minute to their last.</summary>
    public IReadOnlySet<DayOfWeek> QuietDays { get; init; } = new HashSet<DayOfWeek>();

    public static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    public bool Holds(DateTimeOffset instant) => HoldsLocal(TimeZoneInfo.ConvertTime(instant, Place).DateTime);

    /// <summary>When it is no longer quiet: the instant itself when it is not; null when it is always quiet.</summary>
    public DateTimeOffset? Until(DateTimeOffset instant)
    {
        if (!Holds(instant))
        {
            return instant;
        }

        var local = TimeZoneInfo.ConvertTime(instant, Place).DateTime;
        // It can end at the end of the hours, or at the end of a quiet day: eight days see them all.
        var ends = Enumerable.Range(0, 9)
            .SelectMany(day => new[] { local.Date.AddDays(day), local.Date.AddDays(day) + To.ToTimeSpan() })
            .Where(end => end > local && !HoldsLocal(end))
            .SelectMany(Instants)
            .Where(end => end > instant && !Holds(end))
            .ToList();
        return ends.Count == 0 ? null : ends.Min();
    }

    TimeZoneInfo Place => TimeZoneInfo.FindSystemTimeZoneById(Zone);

    bool HoldsLocal(DateTime local)
    {
        if (QuietDays.Contains(local.DayOfWeek))
        {
            return true;
        }

        var time = TimeOnly.FromDateTime(local);
        return From == To || (From < To ? time >= From && time < To : time >= From || time < To);
    }

    // In spring an hour does not exist: the clock has then passed it. In autumn one comes twice.
    IEnumerable<DateTimeOffset> Instants(DateTime local)
    {
        while (Place.IsInvalidTime(local))
        {
            local = local.AddMinutes(15);
        }

        return Place.IsAmbiguousTime(local) ? Place.GetAmbiguousTimeOffsets(local).Select(offset => new DateTimeOffset(local, offset)) : [new(local, Place.GetUtcOffset(local))];
    }
}
