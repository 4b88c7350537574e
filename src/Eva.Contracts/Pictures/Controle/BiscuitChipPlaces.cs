namespace Beffroi.Eva.Contracts.Pictures.Controle;

/// <summary>Where the chips lie, as the five dots of a die.</summary>
public static class BiscuitChipPlaces
{
    private static readonly (int X, int Y)[] Die = [(35, 35), (65, 35), (50, 50), (35, 65), (65, 65)];

    public static IEnumerable<(int X, int Y)> Of(BiscuitChips chips) => chips switch
    {
        BiscuitChips.NoneInTheMiddle => Without(2),
        BiscuitChips.NoneAtTheTop => Without(0),
        BiscuitChips.NoneAtTheSide => Without(4),
        BiscuitChips.FiveRound or BiscuitChips.Square or BiscuitChips.Triangular or BiscuitChips.Long => Die,
    };

    private static IEnumerable<(int X, int Y)> Without(int missing) => Die.Where((_, index) => index != missing);
}
