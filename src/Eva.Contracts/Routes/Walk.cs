namespace Beffroi.Eva.Contracts;

/// <summary>Where a walk stands: the question asked and how many its part has at most.</summary>
/// <param name="Number">From 1; <paramref name="Total"/> once the part is over.</param>
public sealed record WalkPlace(int Number, int Total);

/// <summary>A way through the items of a positioning: from the marks so far, in order, to the next item. Pure, so that browser and server agree.</summary>
public abstract class Walk
{
    /// <summary>Id of the next item; null once the walk is over.</summary>
    /// <param name="marks">All the steps so far: each is the item that <see cref="Next"/> named from those before it.</param>
    public abstract string? Next(IReadOnlyList<RouteMark> marks);

    /// <summary>For a person who follows the progress: it starts again with each part of the walk, whose length is known.</summary>
    public abstract WalkPlace Place(IReadOnlyList<RouteMark> marks);
}

/// <summary>The published rules: parts of a fixed order, the next of which is known once a part is over.</summary>
public abstract class FixedWalk : Walk
{
    /// <exception cref="ArgumentException">The situation is no positioning.</exception>
    public static FixedWalk Of(string situation) => situation switch
    {
        CafeCodebook.Situation => new CafeWalk(),
        MarcheCodebook.Situation => new MarcheWalk(),
        _ => throw new ArgumentException($"There is no fixed walk through {situation}.", nameof(situation)),
    };

    public override string? Next(IReadOnlyList<RouteMark> marks)
    {
        var known = ItemMarks.Of(marks);
        return Open(known).Select(part => part.FirstOrDefault(id => !known.Answered(id))).FirstOrDefault(id => id is not null);
    }

    public override WalkPlace Place(IReadOnlyList<RouteMark> marks)
    {
        var known = ItemMarks.Of(marks);
        var part = Open(known).Last();
        return new(Math.Min(part.Count(known.Answered) + 1, part.Count), part.Count);
    }

    /// <summary>The parts that the marks have opened so far, each with its items in order; at least one.</summary>
    protected abstract IEnumerable<IReadOnlyList<string>> Open(ItemMarks marks);

    protected static bool IsOver(IReadOnlyList<string> part, ItemMarks marks) => part.All(marks.Answered);

    protected static IReadOnlyList<string> Part(params IEnumerable<ItemFamily> families) => [.. families.SelectMany(f => f.Ids)];
}
