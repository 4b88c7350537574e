using Beffroi.Eva.Scoring;

namespace Beffroi.Eva.Tests.Scoring.Transversal;

/// <summary>Row 12: the table of contrôle, at each bound.</summary>
public sealed class ControleLevelsTests
{
    [Theory]
    [InlineData(0, 4)]
    [InlineData(1, 3)]
    [InlineData(2, 2)]
    [InlineData(3, 1)]
    [InlineData(60, 1)]
    public void Row_12_missed_and_misplaced_pieces_each_lose_a_level(int faults, int level)
    {
        Assert.Equal(level, ControleLevels.Rapidite(faults));
        Assert.Equal(level, ControleLevels.ComparaisonTri(faults));
        Assert.Equal(level, ControleLevels.AttentionConcentration(faults, 0));
        Assert.Equal(level, ControleLevels.AttentionConcentration(0, faults));
    }

    [Theory]
    [InlineData(1, 1, 2)]
    [InlineData(1, 2, 1)]
    public void Row_12_attention_adds_both(int missed, int misplaced, int level) => Assert.Equal(level, ControleLevels.AttentionConcentration(missed, misplaced));

    [Theory]
    [InlineData("xxxx....", 4)]
    [InlineData("xxxxx...", 3)]
    [InlineData("....x.x.", 2)]
    [InlineData("....xxx.", 1)]
    [InlineData("xx", 4)]
    public void Row_12_the_first_four_pieces_are_not_held_against_anybody(string belt, int level) =>
        Assert.Equal(level, ControleLevels.ComparaisonTri(belt.Select(piece => piece == 'x')));

    [Theory]
    [InlineData(true, 60, 15, false, 4)]
    [InlineData(true, 60, 16, false, 1)]
    [InlineData(false, 10, 1, true, 1)]
    [InlineData(false, 11, 1, true, null)]
    [InlineData(false, 10, 0, true, null)]
    [InlineData(false, 10, 1, false, null)]
    public void Row_12_the_instruction_is_understood_or_not_at_both_ends_only(bool finished, int pieces, int failures, bool replayed, int? level) =>
        Assert.Equal(level, ControleLevels.ComprehensionConsigne(finished, pieces, failures, replayed));

    [Theory]
    [InlineData(true, 0, 0, 4)]
    [InlineData(false, 8, 15, 1)]
    [InlineData(false, 7, 15, null)]
    [InlineData(false, 8, 14, null)]
    public void Row_12_perseverance(bool finished, int wellPlaced, int pieceEvents, int? level) =>
        Assert.Equal(level, ControleLevels.Perseverance(finished, wellPlaced, pieceEvents));
}
