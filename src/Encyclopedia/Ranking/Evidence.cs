namespace Beffroi.Encyclopedia;

/// <summary>What is known of how well a practice or a tool works: assessments, and how its uses ended.</summary>
public sealed record Evidence
{
    // A practice that nobody tried stands in the middle; four half-good uses are what it takes to begin to leave it.
    const double PriorMean = 0.5;
    const double PriorWeight = 4;

    /// <summary>An assessment with its method and limits tells more than one use.</summary>
    const double NoteWeight = 3;

    const double Best = (double)Encyclopedia.Grade.Strong;

    public static readonly Evidence None = new();

    public IReadOnlyList<Grade> Grades { get; init; } = [];
    public int Worked { get; init; }
    public int Partly { get; init; }
    public int Failed { get; init; }

    /// <summary>Left before its end: it says nothing of how well it works, and does not weigh.</summary>
    public int Abandoned { get; init; }

    /// <summary>Begun and not ended.</summary>
    public int Running { get; init; }

    public int Ended => Worked + Partly + Failed;

    public int Uses => Ended + Abandoned + Running;

    public bool IsEmpty => Grades.Count == 0 && Ended == 0;

    /// <summary>
    /// In [0, 1]: the mean of what is known, drawn to the middle while little is (a beta prior of mean 1/2 and weight 4). A partial success is half of one;
    /// a grade counts for its place between refuted (0) and strong (1), three times.
    /// </summary>
    public double Score =>
        (PriorMean * PriorWeight + NoteWeight * Grades.Sum(g => (double)g / Best) + Worked + 0.5 * Partly)
        / (PriorWeight + NoteWeight * Grades.Count + Ended);

    public static Evidence Of(IReadOnlyList<Grade> grades, IEnumerable<UseCount> uses)
    {
        var counts = uses.GroupBy(u => u.Outcome).ToDictionary(g => g.Key ?? Unended, g => g.Sum(u => u.Count));
        int Count(Kit.UseOutcome outcome) => counts.GetValueOrDefault(outcome);
        return new()
        {
            Grades = grades,
            Worked = Count(Kit.UseOutcome.Worked),
            Partly = Count(Kit.UseOutcome.Partly),
            Failed = Count(Kit.UseOutcome.Failed),
            Abandoned = Count(Kit.UseOutcome.Abandoned),
            Running = Count(Unended),
        };
    }

    const Kit.UseOutcome Unended = (Kit.UseOutcome)(-1);
}

/// <param name="Outcome">Null: still running.</param>
public sealed record UseCount(Guid EntryId, Kit.UseOutcome? Outcome, int Count);
