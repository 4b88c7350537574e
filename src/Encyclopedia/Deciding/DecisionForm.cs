using System.Globalization;
using Beffroi.Encyclopedia.Checking;
using Beffroi.Encyclopedia.Differences;
using Beffroi.Encyclopedia.Merging;
using Microsoft.AspNetCore.Http;

namespace Beffroi.Encyclopedia.Deciding;

/// <summary>What a reviewer ticked and wrote.</summary>
public sealed class DecisionForm
{
    public static readonly DecisionForm Nothing = new();

    readonly Dictionary<string, IReadOnlyList<string>> _typed = new(StringComparer.Ordinal);

    /// <summary>Nothing was sent yet: every change is ticked.</summary>
    public bool Untouched { get; private init; } = true;

    public bool Refuses => string.Equals(this["act"], "refuse", StringComparison.Ordinal);

    public string Reason => this["reason"].ReplaceLineEndings("\n").Trim();

    /// <summary>The version that was published when the page was shown.</summary>
    public int Seen => int.TryParse(this["seen"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    public string this[string name] => _typed.TryGetValue(name, out var typed) && typed.Count > 0 ? typed[0] : "";

    public static DecisionForm Of(IFormCollection form)
    {
        var typed = new DecisionForm { Untouched = false };
        foreach (var (name, values) in form)
        {
            typed._typed[name] = [.. values.Select(v => v ?? "")];
        }

        return typed;
    }

    /// <summary>The field of the choice that settles a conflict, by the key of its place.</summary>
    public static string Settle(string place) => "settle." + place;

    /// <summary>The field of the text that a reviewer writes in the place of both.</summary>
    public static string Own(string place) => "own." + place;

    public bool WantsOwn(string place) => string.Equals(this[Settle(place)], nameof(Side.Own), StringComparison.Ordinal);

    public bool Ticked(string name) => this[name].Length > 0;

    /// <summary>Ticked; or a conflict that has just been settled, which no box could stand for yet.</summary>
    public bool Takes(EntryPlace place) => Untouched || Holds("take", place.Key) || (!Holds("shown", place.Key) && Settled.TryGetValue(place.Key, out var settled) && settled.Side != Side.Ours);

    bool Holds(string name, string key) => _typed.TryGetValue(name, out var values) && values.Contains(key, StringComparer.Ordinal);

    /// <summary>How each conflict was settled, by the key of its place.</summary>
    public IReadOnlyDictionary<string, Settlement> Settled => _typed.Keys.Where(k => k.StartsWith("settle.", StringComparison.Ordinal)).Select(k => k["settle.".Length..])
        .Where(key => !WantsOwn(key) || this[Own(key)].Trim().Length > 0)
        .Where(key => Enum.GetNames<Side>().Contains(this[Settle(key)], StringComparer.Ordinal))
        .ToDictionary(key => key, key => new Settlement(Enum.Parse<Side>(this[Settle(key)]), this[Own(key)].ReplaceLineEndings("\n").Trim() is { Length: > 0 } own ? own : null), StringComparer.Ordinal);

    /// <summary>The points and the names that were answered for, one a line.</summary>
    public string Answered()
    {
        var answered = string.Join('\n', _typed.Keys.Where(k => k.StartsWith("check.", StringComparison.Ordinal) || k.StartsWith("public.", StringComparison.Ordinal)).Where(EntryFaults.IsClean).Order(StringComparer.Ordinal));
        return answered.Length <= ProposalDecision.ReasonMaxLength ? answered : answered[..ProposalDecision.ReasonMaxLength];
    }
}
