using System.Security.Cryptography;
using System.Text;

namespace Beffroi.Eva.Contracts;

/// <summary>What an answer is worth.</summary>
/// <param name="Points">By the published rules (<c>historique</c>): parts and bonuses included.</param>
/// <param name="Score">Category for the adaptive test: 0 or 1; of a dictated word 0, 1 or 2.</param>
/// <param name="Right">Wholly right.</param>
public sealed record Marked(decimal Points, int Score, bool Right)
{
    /// <summary>« Je ne sais pas ».</summary>
    public static Marked Nothing { get; } = new(0, 0, Right: false);
}

/// <param name="Worth">How many times the points of the item: 1, 0.75, 1.25 or 1.5.</param>
public sealed record SealedEntry(string Hash, decimal Worth);

/// <summary>The key of an item, hashed: it tells whether an answer is right to who has the answer, so that a test can go on without a network.
/// It is no secret from who tries all answers (SECURITY.md); points are given by the server alone, by this same class.</summary>
public sealed record SealedKey
{
    // 96 bits are far more than the answers that anybody could type.
    const int HashBytes = 12;

    public required string Item { get; init; }
    public required ItemKind Kind { get; init; }
    public required MarkRule Rule { get; init; }

    /// <summary>Another for each run, so that the hashes of one play tell nothing in another.</summary>
    public required string Salt { get; init; }

    public required decimal Points { get; init; }
    public required IReadOnlyList<SealedEntry> Entries { get; init; }
    public IReadOnlyList<string> Pieces { get; init; } = [];
    public int Slots { get; init; }

    /// <summary>Category of a wholly right answer.</summary>
    public int MaxScore => Rule is MarkRule.Dictated or MarkRule.Graded ? 2 : 1;

    /// <summary>Null is « Je ne sais pas ».</summary>
    public Marked Mark(string? answer) => answer is null ? Marked.Nothing : Rule switch
    {
        MarkRule.Whole => WorthOf(AnswerForm.Normal(Kind, answer)) > 0 ? new(Points, 1, Right: true) : Marked.Nothing,
        MarkRule.Typed => Typed(WorthOf(AnswerForm.Normal(Kind, answer))),
        MarkRule.Graded => Graded(AnswerForm.Normal(Kind, answer), nearIsHalf: false),
        MarkRule.Dictated => Graded(AnswerForm.Normal(Kind, answer), nearIsHalf: true),
        MarkRule.Sorted => Sorted(answer),
        MarkRule.Puzzle => Puzzle(answer),
    };

    internal static string Hash(string salt, string item, string text) =>
        Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes($"{salt}\n{item}\n{text}")).AsSpan(0, HashBytes));

    /// <summary>Each piece and its slot, an empty one for a piece left out.</summary>
    internal static IEnumerable<string> Places(string answer, IReadOnlyList<string> pieces)
    {
        var put = AnswerForm.Parts(answer).Select(p => p.Split('=', 2)).Where(p => p.Length == 2)
            .GroupBy(p => p[0], p => p[1], StringComparer.Ordinal).ToDictionary(p => p.Key, p => p.First(), StringComparer.Ordinal);
        return pieces.Select(piece => $"{piece}={put.GetValueOrDefault(piece)}");
    }

    /// <summary>Each piece with its rank.</summary>
    internal static IEnumerable<string> Ranks(string answer) =>
        AnswerForm.Parts(answer).Distinct(StringComparer.Ordinal).Select((piece, rank) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{rank}:{piece}"));

    Marked Typed(decimal worth) => new(Points * worth, worth >= 1 ? 1 : 0, worth >= 1);

    Marked Graded(string word, bool nearIsHalf)
    {
        var worth = WorthOf(word);
        return new(Points * worth, worth >= 1 ? 2 : worth > 0 || (nearIsHalf && IsOneEditAway(word)) ? 1 : 0, worth >= 1);
    }

    Marked Sorted(string answer)
    {
        var wrong = Places(answer, Pieces).Where(place => WorthOf(place) == 0).Select(place => place[..place.IndexOf('=', StringComparison.Ordinal)]).ToList();
        var put = AnswerForm.Parts(answer).Select(place => place.Split('=')[0]).ToHashSet(StringComparer.Ordinal);
        var (missing, tooMany) = (wrong.Count(piece => !put.Contains(piece)), wrong.Count(piece => put.Contains(piece) && WorthOf($"{piece}=") > 0));
        // One piece put for another is one error, not two.
        var errors = wrong.Count - Math.Min(missing, tooMany);
        return new(HandledMarks.Placed(Pieces.Count, Slots, errors, Points), errors == 0 ? 1 : 0, errors == 0);
    }

    Marked Puzzle(string answer)
    {
        var placed = Ranks(answer).Count(rank => WorthOf(rank) > 0);
        var right = placed == Entries.Count;
        return new(CafeCodebook.PuzzlePoints(placed), right ? 1 : 0, right);
    }

    bool IsOneEditAway(string word) => OneEdit.Of(word).Any(near => WorthOf(near) >= 1);

    decimal WorthOf(string text)
    {
        var hash = Hash(Salt, Item, text);
        return Entries.FirstOrDefault(e => string.Equals(e.Hash, hash, StringComparison.Ordinal))?.Worth ?? 0;
    }
}
