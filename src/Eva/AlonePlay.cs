namespace Beffroi.Eva;

/// <summary>What an evaluation played alone has in place of a campaign and of a name: what was chosen, the hash of a code, a day.</summary>
public sealed class AlonePlay
{
    /// <summary>Shape of a personal code: it opens answers and a sheet, so it is long (19 letters, 8 digits: 2^46 codes).</summary>
    const string CodeShape = "LLLL DDDD LLLL";

    /// <summary>What a person may choose without an adviser: short, or whole.</summary>
    public static IReadOnlyList<Parcours> Choices { get; } = [Parcours.CompetencesDeBase, Parcours.Complet];

    public required Guid EvaluationId { get; init; }
    public required Parcours Parcours { get; init; }

    /// <summary>Technical names, in the order of play: what this version had on the day it began.</summary>
    public required List<string> Situations { get; init; }

    /// <summary>SHA-256 of the personal code, which is nowhere here.</summary>
    public required byte[] CodeHash { get; set; }

    /// <summary>Day (UTC) of the last answer or return: no finer time is needed to forget.</summary>
    public required DateOnly LastActiveOn { get; set; }

    public HandOver? HandOver { get; init; }

    public Programme Programme => new(Situations, new());

    /// <summary>The personal code of whoever holds this token: made of it, it can be told again to that browser and to nobody else.</summary>
    public static string CodeOf(string token) => SpokenCode.Of(token, "code personnel", CodeShape);

    public void Touch(DateTimeOffset now) => LastActiveOn = DayOf(now);

    /// <summary>The last day it is kept.</summary>
    public DateOnly KeptUntil(AloneSettings settings) => LastActiveOn.AddDays(settings.KeptDays);

    /// <summary>Plays last active before this day are to be forgotten.</summary>
    public static DateOnly Limit(AloneSettings settings, DateTimeOffset now) => DayOf(now).AddDays(-settings.KeptDays);

    public static DateOnly DayOf(DateTimeOffset now) => DateOnly.FromDateTime(now.UtcDateTime);
}
