namespace Beffroi.Cli.World;

/// <summary>An invented person who plays, and how she answers.</summary>
public sealed record WorldPlayer(string Name, string Code, WorldCampaign Campaign, int Seed)
{
    /// <summary>Logits, on the scale of the items' difficulties; null for somebody who clicks without reading.</summary>
    public required double? Ability { get; init; }

    public required Pace Question { get; init; }
    public required Pace Word { get; init; }

    /// <summary>Chance that what would be a wrong answer is « je ne sais pas ».</summary>
    public double Abstains { get; init; }

    /// <summary>Where the evaluation stops; null when it is finished.</summary>
    public int? WordsBeforeLeaving { get; init; }

    public required int DaysAgo { get; init; }
    public required string Means { get; init; }
    public string? Writing { get; init; }

    /// <summary>The answers to the welcome questionnaire, by question.</summary>
    public required IReadOnlyDictionary<string, string> Background { get; init; }
}

/// <summary>Seconds that an answer takes, drawn evenly between two bounds.</summary>
public sealed record Pace(double Low, double High)
{
    public double Draw(Random chance) => Low + ((High - Low) * chance.NextDouble());
}
