using Beffroi.Eva.Contracts;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Player.Routes;

/// <summary>The adaptive test of a play, walked in the browser; the server walks it again from the same blueprint and seed.</summary>
public sealed class AdaptiveWalk(string blueprint, int seed) : Walk
{
    private readonly AdaptiveTest _test = AdaptiveBlueprint.Parse(blueprint).Build();

    public override string? Next(IReadOnlyList<RouteMark> marks) => After(marks).Next()?.Id;

    public override WalkPlace Place(IReadOnlyList<RouteMark> marks)
    {
        var most = _test.Options.MaximumLength ?? _test.Bank.Items.Length;
        return new(Math.Min(marks.Count + 1, most), most);
    }

    // Walked from the start each time: some twenty steps, and nothing that could get out of step with the marks.
    private CatSession After(IReadOnlyList<RouteMark> marks)
    {
        var session = _test.Start((ulong)seed);
        foreach (var mark in marks)
        {
            _ = session.Next();
            if (mark.Score is { } score)
            {
                session.Answer(mark.Item, score);
            }
            else
            {
                session.Skip(mark.Item);
            }
        }

        return session;
    }
}
