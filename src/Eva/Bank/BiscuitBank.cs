using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Bank;

/// <summary>The nine ways in which a biscuit of <c>controle</c> differs from the model (eva.md 1.2 counts nine; the kinds are ours).</summary>
public enum BiscuitDefect
{
    WrongShape,
    Bitten,
    Broken,
    Cracked,
    Burnt,
    MissingChip,
    OtherChips,
    HalfIced,
    Smeared,
}

/// <summary>Which looks are good: the key of <c>controle</c>. The drawings are in <c>Eva.Contracts/Pictures/Controle</c>, under the same numbers.</summary>
public static class BiscuitBank
{
    public const int Count = 60;

    /// <summary>Each third of the belt holds every defect once: it is as hard at the end as at the start.</summary>
    const int Third = Count / 3;

    /// <summary>Degrees either way.</summary>
    const int MostTurned = 14;

    public const int Model = 84;

    static readonly int[] Good = [94, 74, 31, 33];

    // One drawing of the defect for each third: a place remembered from the last one does not help.
    static readonly Dictionary<BiscuitDefect, int[]> Defects = new()
    {
        [BiscuitDefect.WrongShape] = [82, 22, 80],
        [BiscuitDefect.Bitten] = [59, 60, 34],
        [BiscuitDefect.Broken] = [14, 20, 23],
        [BiscuitDefect.Cracked] = [65, 45, 25],
        [BiscuitDefect.Burnt] = [17, 47, 54],
        [BiscuitDefect.MissingChip] = [70, 52, 16],
        [BiscuitDefect.OtherChips] = [18, 83, 87],
        [BiscuitDefect.HalfIced] = [41, 63, 66],
        [BiscuitDefect.Smeared] = [90, 91, 26],
    };

    static readonly Dictionary<int, BiscuitDefect> Kinds = Defects.SelectMany(d => d.Value.Select(look => (look, d.Key))).ToDictionary();

    public static IReadOnlyList<int> GoodLooks => Good;

    public static IEnumerable<int> DefectiveLooks => Kinds.Keys;

    /// <summary>What is wrong with a look; null when it is as the model.</summary>
    public static BiscuitDefect? DefectOf(int look) => Kinds.TryGetValue(look, out var kind) ? kind : null;

    /// <summary>Where a look is to be sent: a name of <see cref="BinNames"/>.</summary>
    public static string BinFor(int look) => DefectOf(look) is null ? BinNames.Good : BinNames.Redo;

    /// <summary>The biscuits in the order that a seed draws.</summary>
    public static IReadOnlyList<BeltPiece> Draw(int seed)
    {
        var random = new Random(seed);
        var variants = Defects.Keys.ToDictionary(kind => kind, kind => Shuffled(Defects[kind], random));
        var looks = Enumerable.Range(0, Count / Third).SelectMany(third => Shuffled(
            [.. Defects.Keys.Select(kind => variants[kind][third]), .. Enumerable.Range(0, Third - Defects.Count).Select(_ => Good[random.Next(Good.Length)])],
            random));
        return [.. looks.Select((look, rank) => new BeltPiece(Id(rank + 1), look, random.Next(-MostTurned, MostTurned + 1)))];
    }

    /// <summary>The rank of a piece, from 1; null when no belt carries it.</summary>
    public static int? RankOf(string piece) => Ranks.TryGetValue(piece, out var rank) ? rank : null;

    public static IReadOnlyList<BeltTrial> Trials { get; } =
    [
        Trial(1, 31, "Oui. Ce biscuit est comme le modèle.", "Ce biscuit est comme le modèle. Il va dans « Bon »."),
        Trial(2, 60, "Oui. Il manque un morceau au bord.", "Regardez le bord : il manque un morceau. Il va dans « À refaire »."),
        Trial(3, 52, "Oui. Il manque une pépite.", "Comptez les pépites : il en manque une. Il va dans « À refaire »."),
        Trial(4, 94, "Oui. Il est un peu tourné, et comme le modèle.", "Il est un peu tourné, et comme le modèle. Il va dans « Bon »."),
        Trial(5, 90, "Oui. Le glaçage déborde.", "Regardez le glaçage : il déborde. Il va dans « À refaire »."),
    ];

    static readonly Dictionary<string, int> Ranks = Enumerable.Range(1, Count).ToDictionary(Id, rank => rank, StringComparer.Ordinal);

    static string Id(int rank) => $"B{rank:00}";

    static BeltTrial Trial(int number, int look, string right, string other) => new()
    {
        Piece = new($"E{number}", look, number * 7 % 19 - 9),
        Bin = BinFor(look),
        WhenRight = right,
        WhenOther = other,
    };

    static int[] Shuffled(int[] looks, Random random)
    {
        var drawn = looks.ToArray();
        random.Shuffle(drawn);
        return drawn;
    }
}
