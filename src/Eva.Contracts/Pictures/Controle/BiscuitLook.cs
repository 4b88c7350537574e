namespace Beffroi.Eva.Contracts.Pictures.Controle;

public enum BiscuitOutline { Round, Square, Triangle, Heart, Bitten, Broken }

public enum BiscuitIcing { Whole, Half, Dripping }

public enum BiscuitChips { FiveRound, NoneInTheMiddle, NoneAtTheTop, NoneAtTheSide, Square, Triangular, Long }

public enum BiscuitMark { None, Crack, Burn }

/// <summary>What one biscuit looks like: enough to draw it and to say it.</summary>
/// <param name="Angle">Degrees: where the edge, the icing or the mark differs.</param>
public sealed record BiscuitLook(BiscuitOutline Outline, BiscuitIcing Icing, BiscuitChips Chips, BiscuitMark Mark, int Angle)
{
    static readonly BiscuitLook Plain = new(BiscuitOutline.Round, BiscuitIcing.Whole, BiscuitChips.FiveRound, BiscuitMark.None, 0);

    // Numbers drawn at random: neither their order nor their size says anything.
    static readonly Dictionary<int, BiscuitLook> Looks = new()
    {
        [14] = Plain with { Outline = BiscuitOutline.Broken, Angle = 0 },
        [16] = Plain with { Chips = BiscuitChips.NoneAtTheSide },
        [17] = Plain with { Mark = BiscuitMark.Burn, Angle = 25 },
        [18] = Plain with { Chips = BiscuitChips.Square },
        [20] = Plain with { Outline = BiscuitOutline.Broken, Angle = 90 },
        [22] = Plain with { Outline = BiscuitOutline.Triangle },
        [23] = Plain with { Outline = BiscuitOutline.Broken, Angle = 180 },
        [25] = Plain with { Mark = BiscuitMark.Crack, Angle = 130 },
        [26] = Plain with { Icing = BiscuitIcing.Dripping, Angle = 210 },
        [31] = Plain,
        [33] = Plain,
        [34] = Plain with { Outline = BiscuitOutline.Bitten, Angle = 180 },
        [41] = Plain with { Icing = BiscuitIcing.Half, Angle = 0 },
        [45] = Plain with { Mark = BiscuitMark.Crack, Angle = 70 },
        [47] = Plain with { Mark = BiscuitMark.Burn, Angle = 150 },
        [52] = Plain with { Chips = BiscuitChips.NoneInTheMiddle },
        [54] = Plain with { Mark = BiscuitMark.Burn, Angle = 270 },
        [59] = Plain with { Outline = BiscuitOutline.Bitten, Angle = 0 },
        [60] = Plain with { Outline = BiscuitOutline.Bitten, Angle = -90 },
        [63] = Plain with { Icing = BiscuitIcing.Half, Angle = 120 },
        [65] = Plain with { Mark = BiscuitMark.Crack, Angle = 10 },
        [66] = Plain with { Icing = BiscuitIcing.Half, Angle = 240 },
        [70] = Plain with { Chips = BiscuitChips.NoneAtTheTop },
        [74] = Plain,
        [80] = Plain with { Outline = BiscuitOutline.Heart },
        [82] = Plain with { Outline = BiscuitOutline.Square },
        [83] = Plain with { Chips = BiscuitChips.Triangular },
        [84] = Plain,
        [87] = Plain with { Chips = BiscuitChips.Long },
        [90] = Plain with { Icing = BiscuitIcing.Dripping, Angle = 70 },
        [91] = Plain with { Icing = BiscuitIcing.Dripping, Angle = -20 },
        [94] = Plain,
    };

    /// <summary>A number of a later version draws the plain biscuit: the game goes on.</summary>
    public static BiscuitLook Of(int look) => Looks.GetValueOrDefault(look, Plain);

    /// <summary>The same things said of every biscuit, in the same order; what is said is what is seen, and no verdict.</summary>
    public string InWords => string.Join(' ', OutlineWords, IcingWords, ChipWords, MarkWords);

    private string OutlineWords => Outline switch
    {
        BiscuitOutline.Round => "Forme ronde, bord lisse.",
        BiscuitOutline.Square => "Forme carrée, bord lisse.",
        BiscuitOutline.Triangle => "Forme de triangle, bord lisse.",
        BiscuitOutline.Heart => "Forme de cœur, bord lisse.",
        BiscuitOutline.Bitten => "Forme ronde, bord croqué.",
        BiscuitOutline.Broken => "Forme ronde, bord cassé.",
    };

    private string IcingWords => Icing switch
    {
        BiscuitIcing.Whole => "Glaçage au milieu.",
        BiscuitIcing.Half => "Glaçage sur une moitié.",
        BiscuitIcing.Dripping => "Glaçage qui coule au bord.",
    };

    private string ChipWords => Chips switch
    {
        BiscuitChips.FiveRound => "5 pépites rondes.",
        BiscuitChips.NoneInTheMiddle or BiscuitChips.NoneAtTheTop or BiscuitChips.NoneAtTheSide => "4 pépites rondes.",
        BiscuitChips.Square => "5 pépites carrées.",
        BiscuitChips.Triangular => "5 pépites en triangle.",
        BiscuitChips.Long => "5 pépites longues.",
    };

    private string MarkWords => Mark switch
    {
        BiscuitMark.None => "Surface lisse.",
        BiscuitMark.Crack => "Surface fendue.",
        BiscuitMark.Burn => "Surface brûlée sur un côté.",
    };
}
