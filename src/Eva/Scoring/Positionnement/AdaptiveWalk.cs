using System.Collections.Concurrent;
using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Scoring;

/// <summary>The adaptive test of a run, walked on the server as the browser walks it.</summary>
public sealed class AdaptiveWalk(PositioningBank bank, int seed) : Walk
{
    // Tabulating a bank takes some milliseconds: once for each version.
    static readonly ConcurrentDictionary<(string Situation, string Version), AdaptiveTest> Tests = new();

    readonly AdaptiveTest _test = Tests.GetOrAdd((bank.Situation, bank.Version), _ => AdaptiveDesign.Of(bank).Build());

    public override string? Next(IReadOnlyList<RouteMark> marks) => After(marks).Next()?.Id;

    public override WalkPlace Place(IReadOnlyList<RouteMark> marks) => new(Math.Min(marks.Count + 1, AdaptiveDesign.Longest), AdaptiveDesign.Longest);

    CatSession After(IReadOnlyList<RouteMark> marks)
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
