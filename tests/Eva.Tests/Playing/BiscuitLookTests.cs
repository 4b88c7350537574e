using Beffroi.Eva.Bank;
using Beffroi.Eva.Contracts.Pictures.Controle;

namespace Beffroi.Eva.Tests.Playing;

/// <summary>The server's key and the drawings agree: a biscuit counted as different is drawn differently, and said differently.</summary>
public sealed class BiscuitLookTests
{
    static readonly BiscuitLook Model = BiscuitLook.Of(BiscuitBank.Model);

    [Fact]
    public void A_good_biscuit_is_drawn_and_said_as_the_model()
    {
        Assert.All(BiscuitBank.GoodLooks, look => Assert.Equal((Model, Model.InWords), (BiscuitLook.Of(look), BiscuitLook.Of(look).InWords)));
    }

    [Fact]
    public void A_defect_is_drawn_and_said_otherwise_than_the_model_and_each_in_its_own_way()
    {
        var defective = BiscuitBank.DefectiveLooks.ToList();

        Assert.All(defective, look => Assert.NotEqual(Model.InWords, BiscuitLook.Of(look).InWords));
        Assert.Equal(27, defective.Select(BiscuitLook.Of).Distinct().Count());
    }

    [Theory]
    [InlineData(BiscuitDefect.WrongShape, "Forme carrée|Forme de triangle|Forme de cœur")]
    [InlineData(BiscuitDefect.Bitten, "bord croqué")]
    [InlineData(BiscuitDefect.Broken, "bord cassé")]
    [InlineData(BiscuitDefect.Cracked, "Surface fendue")]
    [InlineData(BiscuitDefect.Burnt, "Surface brûlée")]
    [InlineData(BiscuitDefect.MissingChip, "4 pépites rondes")]
    [InlineData(BiscuitDefect.OtherChips, "5 pépites (carrées|en triangle|longues)")]
    [InlineData(BiscuitDefect.HalfIced, "Glaçage sur une moitié")]
    [InlineData(BiscuitDefect.Smeared, "Glaçage qui coule")]
    public void Each_drawing_shows_the_defect_that_the_key_names(BiscuitDefect defect, string seen)
    {
        var looks = BiscuitBank.DefectiveLooks.Where(look => BiscuitBank.DefectOf(look) == defect).ToList();

        Assert.Equal(3, looks.Count);
        Assert.All(looks, look => Assert.Matches(seen, BiscuitLook.Of(look).InWords));
    }

    [Fact]
    public void Trials_teach_what_the_key_says()
    {
        Assert.All(BiscuitBank.Trials, trial => Assert.Contains(BiscuitBank.BinFor(trial.Piece.Look) == "bon" ? "comme le modèle" : "", trial.WhenRight, StringComparison.Ordinal));
        Assert.Equal(2, BiscuitBank.Trials.Select(trial => trial.Bin).Distinct().Count());
    }
}
