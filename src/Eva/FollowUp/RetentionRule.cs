using Microsoft.EntityFrameworkCore;

namespace Beffroi.Eva.FollowUp;

/// <summary>How long the site keeps what names a person, from configuration (section <c>Eva:Retention</c>).</summary>
public sealed record RetentionSettings
{
    readonly int _keptMonths = 60;

    /// <summary>Months after the last evaluation. 60 is the period of the original service since March 2025 (1 year in its policy of 2021; read 2026-11). The law gives no
    /// figure: no longer than the purpose needs (GDPR, article 5.1.e). An operator, or a structure, may choose less.</summary>
    public int KeptMonths
    {
        get => _keptMonths;
        init => _keptMonths = value is >= 1 and <= 60 ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "Eva:Retention:KeptMonths is a number of months, from 1 to 60.");
    }

    /// <summary>Who last came on this day or before is due.</summary>
    public static DateOnly LastDayDue(int months, DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime).AddMonths(-months);
}

/// <summary>A structure keeps for less time than the site. The newest of a structure counts; without months, the site's own period is back.</summary>
public sealed class RetentionRule
{
    /// <summary>What a structure may choose among, in months, where the site's period is longer.</summary>
    public static IReadOnlyList<int> Choices { get; } = [6, 12, 24, 36, 48];

    public required Guid Id { get; init; }
    public required Guid StructureId { get; init; }
    public required int? Months { get; init; }
    public required DateTimeOffset At { get; init; }
    public required Guid By { get; init; }

    /// <summary>Structures that keep for less time, with their months. A structure has few rules: all are read.</summary>
    public static async Task<IReadOnlyDictionary<Guid, int>> Shorter(EvaDb db, RetentionSettings settings, CancellationToken ct)
    {
        var rules = await db.RetentionRules.AsNoTracking().OrderBy(r => r.At).ThenBy(r => r.Id).ToListAsync(ct);
        return rules.GroupBy(r => r.StructureId).Select(g => g.Last()).Where(r => r.Months < settings.KeptMonths).ToDictionary(r => r.StructureId, r => r.Months!.Value);
    }

    /// <summary>« 5 ans », « 18 mois ».</summary>
    public static string Words(int months) => months % 12 == 0 ? (months == 12 ? "1 an" : $"{months / 12} ans") : $"{months} mois";
}
