using Beffroi.Kit;

namespace Beffroi.Eva.Orientation;

/// <summary>How hard employers find it to recruit, for one trade of the ROME.</summary>
/// <param name="Share">Of recruitments judged difficult, in [0, 1]; null where the source gives a class.</param>
/// <param name="Class">1 to 5, as the Dares publishes it; null where the source gives a share.</param>
/// <param name="Family">The professional family that the figure is about.</param>
public sealed record TensionLine(double? Share, int? Class, string Family)
{
    /// <summary>Most recruitments are judged difficult (ours: a majority); or one of the two upper of the five classes of the Dares (« forte », « très forte »).</summary>
    public bool IsHigh => Share >= 0.5 || Class >= 4;

    public string Sentence => Share is { } share
        ? $"{French.Percent(share)} des recrutements jugés difficiles ({Family})"
        : $"tension de classe {Class} sur 5 ({Family})";
}

/// <summary>The tension of trades in one territory, with its source and the day it was measured.</summary>
public sealed record TensionView
{
    /// <summary>Months after which figures on recruitments say nothing of today's any more (specification of the service, read in November 2026).</summary>
    public const int MonthsGood = 12;

    public required string Source { get; init; }
    public required DateOnly MeasuredOn { get; init; }

    /// <summary>In words: « département 59 », « France ».</summary>
    public required string Territory { get; init; }

    public required IReadOnlyDictionary<string, TensionLine> Lines { get; init; }

    public TensionLine? Of(string rome) => Lines.GetValueOrDefault(rome);

    /// <summary>Good to rank by, up to the same day one year later.</summary>
    public bool RanksOn(DateOnly today) => today <= MeasuredOn.AddMonths(MonthsGood);

    /// <summary>Why it is not used to rank; null when it is.</summary>
    public string? Warning(DateOnly today) => RanksOn(today)
        ? null
        : $"Ces chiffres de recrutement datent du {French.Day(MeasuredOn)}, il y a plus de {MonthsGood} mois : ils sont montrés pour mémoire et ne classent pas les métiers.";
}
