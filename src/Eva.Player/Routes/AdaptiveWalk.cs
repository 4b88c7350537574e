using Beffroi.Eva.Contracts;
using Beffroi.Psychometrics;

namespace Beffroi.Eva.Player.Routes;

/// <summary>The adaptive test of a play, walked in the browser; the server walks it again from the same blueprint and seed.</summary>
public sealed class AdaptiveWalk(string blueprint, int seed) : Walk
{
    private readonly AdaptiveTest _test = AdaptiveBlueprint.Parse(blueprint).Build();
    private readonly List<RouteMark> _walked = [];
    private CatSession? _session;

    public override string? Next(IReadOnlyList<RouteMark> marks) => After(marks).Next()?.Id;

    public override WalkPlace Place(IReadOnlyList<RouteMark> marks)
    {
        var most = _test.Options.MaximumLength ?? _test.Bank.Items.Length;
        return new(Math.Min(marks.Count + 1, most), most);
    }

    private CatSession After(IReadOnlyList<RouteMark> marks)
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
