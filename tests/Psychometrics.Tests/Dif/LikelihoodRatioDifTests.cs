namespace Beffroi.Psychometrics.Tests;

public sealed class LikelihoodRatioDifTests
{
    static readonly CalibrationOptions TwoParameter = new() { Family = ItemFamily.TwoParameter };

    [Fact]
    public void The_statistics_of_a_public_set_are_those_published()
    {
        // Set dif1 of the R package mirt, items 4 to 10 anchors: 21.108, 19.669 and 2.657 with 2 degrees of freedom.
        var found = LikelihoodRatioDif.AgainstAnchors(
            SharedData.Matrix("mirt_dif1.csv", "group"), [.. SharedData.Rows("mirt_dif1.csv").Select(r => r["group"] == "D2")], TwoParameter, ["Item_1", "Item_2", "Item_3"],
            ct: TestContext.Current.CancellationToken);
        Assert.Equal([21.108, 19.669, 2.657], found.Select(i => i.Statistic), (x, y) => Math.Abs(x - y) < 2e-3);
        Assert.All(found, i => Assert.Equal((2, true), (i.Degrees, i.Converged)));
        Assert.InRange(found[2].P, 0.26, 0.27);
    }

    [Fact]
    public void A_planted_item_is_found_with_its_size_and_the_others_are_not()
    {
        var items = SimulatedAnswers.TwoParameter(10, 8);
        LogisticItem[] harder = [.. items.Select((item, i) => i == 4 ? item with { Difficulty = item.Difficulty + 0.8 } : item)];
        double[] abilities = [.. SimulatedAnswers.Abilities(1500, 1), .. SimulatedAnswers.Abilities(1500, 2, -0.4)];
        var (reference, focal) = (SimulatedAnswers.Of(items, abilities[..1500], 3), SimulatedAnswers.Of(harder, abilities[1500..], 4));
        var answers = new ResponseMatrix(reference.ItemNames, [.. Enumerable.Range(0, 3000).SelectMany(p => (p < 1500 ? reference.Row(p) : focal.Row(p - 1500)).ToArray())]);
        var found = LikelihoodRatioDif.OneByOne(answers, [.. Enumerable.Range(0, 3000).Select(p => p >= 1500)], TwoParameter, ct: TestContext.Current.CancellationToken);
        Assert.Equal("i5", found.MaxBy(i => i.Statistic)!.Name);
        Assert.True(found[4].P < 1e-6);
        Assert.InRange(found[4].SignedDifference, -0.25, -0.08);
        Assert.Equal(found[4].UnsignedDifference, -found[4].SignedDifference, 0.02);
        // Held equal, the planted item disturbs the others; against clean anchors it is alone.
        var clean = LikelihoodRatioDif.AgainstAnchors(answers, focal: [.. Enumerable.Range(0, 3000).Select(p => p >= 1500)], TwoParameter, ["i3", "i5", "i7"], ct: TestContext.Current.CancellationToken);
        Assert.Equal([false, true, false], clean.Select(i => i.P < 0.01));
    }

    [Fact]
    public void What_cannot_be_compared_is_refused()
    {
        var answers = SimulatedAnswers.Of(SimulatedAnswers.TwoParameter(3, 1), 50, 1);
        var ct = TestContext.Current.CancellationToken;
        bool[] half = [.. Enumerable.Range(0, 50).Select(p => p % 2 == 0)];
        Assert.Throws<ArgumentException>(() => LikelihoodRatioDif.OneByOne(answers, new bool[50], TwoParameter, ct: ct));
        Assert.Throws<ArgumentException>(() => LikelihoodRatioDif.OneByOne(answers, half, TwoParameter, ["ghost"], ct: ct));
        Assert.Throws<ArgumentException>(() => LikelihoodRatioDif.AgainstAnchors(answers, half, TwoParameter, answers.ItemNames, ct: ct));
    }
}
