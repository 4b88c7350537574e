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

    readonly AdaptiveTest _test = Tests.GetOrAdd((bank.Situation, bank.Version), _ => PositioningDesign.Of(bank).Build());
    readonly List<RouteMark> _walked = [];
    CatSession? _session;

    public override string? Next(IReadOnlyList<RouteMark> marks) => After(marks).Next()?.Id;

    public override WalkPlace Place(IReadOnlyList<RouteMark> marks) => new(Math.Min(marks.Count + 1, PositioningDesign.Longest), PositioningDesign.Longest);

    CatSession After(IReadOnlyList<RouteMark> marks)
    {
        // Usually one step more than the last time.
        if (_session is null || _walked.Count > marks.Count || !_walked.SequenceEqual(marks.Take(_walked.Count)))
        {
            _session = _test.Start((ulong)seed);
            _walked.Clear();
        }

        foreach (var mark in marks.Skip(_walked.Count).ToList())
        {
            _ = _session.Next();
            if (mark.Score is { } score)
            {
                _session.Answer(mark.Item, score);
            }
            else
            {
                _session.Skip(mark.Item);
            }

            _walked.Add(mark);
        }

        return _session;
    }
}
