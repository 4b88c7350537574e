using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

/// <summary>Row 13: the table of inventaire (second version), at each bound. A try is written wrong/blank: "2/1".</summary>
public sealed class InventaireLevelsTests
{
    [Theory]
    [InlineData(6, 4)]
    [InlineData(6.001, 3)]
    [InlineData(9, 3)]
    [InlineData(9.001, 2)]
    [InlineData(18, 2)]
    [InlineData(18.001, 1)]
    public void Row_13_speed_changes_after_six_nine_and_eighteen_minutes(double minutes, int level) => Assert.Equal(level, InventaireLevels.Rapidite(minutes));

    [Theory]
    [InlineData(19, 4)]
    [InlineData(42, 4)]
    [InlineData(43, 3)]
    [InlineData(71, 3)]
    [InlineData(72, 2)]
    [InlineData(148, 2)]
    [InlineData(149, 1)]
    public void Row_13_method_is_counted_in_openings(int openings, int level) => Assert.Equal(level, InventaireLevels.OrganisationMethode(openings));

    [Theory]
    [InlineData("0/0", 4)]
    [InlineData("0/8 0/0", 4)]
    [InlineData("1/7 0/0", 4)]
    [InlineData("0/6 0/0", 3)]
    [InlineData("2/6 0/0", 3)]
    [InlineData("3/0 0/0", 2)]
    [InlineData("2/0 5/0 0/0", 3)]
    [InlineData("2/0 5/0 1/0 0/0", 2)]
    [InlineData("0/8 2/0 1/0 0/0", 3)]
    [InlineData("0/8 0/7 0/0", 3)]
    [InlineData("3/0 3/0", 1)]
    [InlineData("3/0 2/1 0/3", 1)]
    [InlineData("3/0 2/0", null)]
    [InlineData("3/0", null)]
    [InlineData("0/8 3/0", null)]
    [InlineData("", null)]
    public void Row_13_checking_is_read_from_the_tries(string tries, int? level) => Assert.Equal(level, InventaireLevels.VigilanceControle(Read(tries)));

    [Theory]
    [InlineData("0/0", 22.001, 4)]
    [InlineData("0/0", 22, null)]
    [InlineData("8/0", 1, 1)]
    [InlineData("8/0", 30, 1)]
    [InlineData("8/0 7/0", 21.999, 1)]
    [InlineData("8/0 7/0", 22, null)]
    [InlineData("8/0 8/0", 21.999, null)]
    [InlineData("", 5, null)]
    public void Row_13_perseverance(string tries, double minutes, int? level) => Assert.Equal(level, InventaireLevels.Perseverance(Read(tries), minutes));

    [Theory]
    [InlineData("5/0 0/0", 9, 4)]
    [InlineData("5/3", 0, 1)]
    [InlineData("5/2", 0, null)]
    [InlineData("5/2", 1, null)]
    [InlineData("5/2", 2, 1)]
    [InlineData("", 2, 1)]
    [InlineData("8/0 8/0", 0, null)]
    public void Row_13_the_instruction_is_understood_or_not(string tries, int replays, int? level) => Assert.Equal(level, InventaireLevels.ComprehensionConsigne(Read(tries), replays));

    static InventaireTry[] Read(string tries) =>
        [.. tries.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(t => new InventaireTry(t[0] - '0', t[2] - '0'))];
}
