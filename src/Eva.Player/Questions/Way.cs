using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Player.Questions;

/// <summary>The way through a positioning: each answer is marked here, on the device, and decides which question comes next. Points are given by the server alone.</summary>
public sealed class Way
{
    /// <summary>After so many questions the game offers a breath.</summary>
    public const int Breath = 12;

    private readonly Walk _walk;
    private readonly Dictionary<string, Item> _items;
    private readonly Dictionary<string, SealedKey> _keys;
    private readonly List<RouteMark> _marks;

    public Way(Play play, RouteCard card, Walk walk)
    {
        _walk = walk;
        _items = play.Items.ToDictionary(item => item.Id, StringComparer.Ordinal);
        _keys = card.Keys.ToDictionary(key => key.Item, StringComparer.Ordinal);
        _marks = [.. card.Marks];
        Longest = card.Mode switch
        {
            RouteMode.Beffroi => walk.Place(_marks).Total,
            RouteMode.Historique => play.Situation is CafeCodebook.Situation ? LongestCafe : play.Items.Count,
        };
    }

    public int Answered => _marks.Count;

    /// <summary>Questions of the longest way: most ways are shorter, so progress never goes back.</summary>
    public int Longest { get; }

    /// <summary>It is time to breathe: a dozen questions is answered, and more come.</summary>
    public bool IsTimeToBreathe => _marks.Count > 0 && _marks.Count % Breath == 0;

    public IReadOnlyList<RouteMark> Marks => _marks;

    // The orientation, the first high part, then the low one.
    private static int LongestCafe { get; } = new[]
    {
        CafeCodebook.FirstStep, CafeCodebook.Orientation, CafeCodebook.Puzzle, CafeCodebook.PuzzleQuestions, CafeCodebook.Chart,
        CafeCodebook.Lecture, CafeCodebook.Comprehension, CafeCodebook.Production,
    }.Sum(family => family.Count);

    /// <summary>The next question; null at the end of the way.</summary>
    public Item? Next() => _walk.Next(_marks) is not { } id ? null
        : _items.GetValueOrDefault(id) ?? throw new InvalidOperationException($"The way leads to {id}, which the play does not bring.");

    /// <param name="item">The question answered.</param>
    /// <param name="answer">Null for « Je ne sais pas ».</param>
    /// <param name="heard">What was to be read was heard, or what was to be written was seen.</param>
    public void Take(string item, string? answer, bool heard) => _marks.Add(RouteMark.Of(item, _keys[item].Mark(answer), heard));
}
