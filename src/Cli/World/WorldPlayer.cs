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

    /// <summary>Chance that sweets, biscuits, dangers and bottles are told apart.</summary>
    public double Care { get; init; } = 0.95;

    /// <summary>Seconds that a gesture takes in those games.</summary>
    public Pace Act { get; init; } = new(1.5, 3);

    /// <summary>Stops the stocktaking with a wrong sheet, rather than count again.</summary>
    public bool GivesUp { get; init; }

    /// <summary>Where she leaves for the day; null when she goes to the end.</summary>
    public Leaving? Leaves { get; init; }

    /// <summary>Answers to the questions that the campaign adds, by question; the others were passed.</summary>
    public IReadOnlyDictionary<string, string> Own { get; init; } = new Dictionary<string, string>(StringComparer.Ordinal);

    public required int DaysAgo { get; init; }
    public required string Means { get; init; }
    public string? Writing { get; init; }

    /// <summary>The answers to the welcome questionnaire, by question.</summary>
    public required IReadOnlyDictionary<string, string> Background { get; init; }
}

/// <param name="After">Things done there before she goes; 0 when she has only entered.</param>
public sealed record Leaving(string Situation, int After);

/// <summary>Seconds that an answer takes, drawn evenly between two bounds.</summary>
public sealed record Pace(double Low, double High)
{
    public double Draw(Random chance) => Low + ((High - Low) * chance.NextDouble());
}
