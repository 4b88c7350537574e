using Beffroi.Eva.Bank;
using Beffroi.Eva.BankChecks;
using Beffroi.Eva.BankFiles;
using Beffroi.Eva.BankVersions;
using Beffroi.Eva.Contracts;

namespace Beffroi.Eva.Tests.Banks;

/// <summary>What would break a play is refused, at its place; the banks of the program are not.</summary>
public sealed class BankCheckTests
{
    public static TheoryData<string> EachSituation => [.. BankOutline.All.Select(o => o.Situation)];

    [Theory, MemberData(nameof(EachSituation))]
    public void The_bank_of_the_program_has_nothing_wrong(string situation) => Assert.Empty(BankCheck.Of(BankOutline.Find(situation)!, BankShelf.Embedded(situation)));

    [Theory]
    [InlineData("livraison", "L01", BankColumn.Solution, "« e » n’est pas une réponse possible")]
    [InlineData("livraison", "L04", BankColumn.Choices, "Un identifiant est là deux fois")]
    [InlineData("livraison", "L11", BankColumn.Solution, "La solution est un nombre")]
    [InlineData("livraison", "L12", BankColumn.Difficulty, "entre −6 et 6")]
    [InlineData("livraison", "L02", BankColumn.Picture, "Cette image est inconnue")]
    [InlineData("livraison", "L03", BankColumn.Skill, "Les compétences possibles ici")]
    [InlineData("livraison", "L05", BankColumn.Level, "Les niveaux possibles ici")]
    [InlineData("livraison", "L06", BankColumn.Measured, "Écrivez « document » ou « choices »")]
    [InlineData("livraison", "L07", BankColumn.Instruction, "caractère invisible")]
    [InlineData("livraison", "L08", BankColumn.Degree, "de 1 à 4")]
    [InlineData("cafe_de_la_place", "APlc1", BankColumn.Accepted, "Une forme vaut")]
    [InlineData("cafe_de_la_place", "APlc2", BankColumn.Solution, "la clé refuse sa propre réponse")]
    [InlineData("cafe_de_la_place", "HPar1", BankColumn.Solution, "n’est pas une réponse possible")]
    [InlineData("cafe_de_la_place", "ALrd5", BankColumn.Solution, "n’est pas une réponse possible")]
    [InlineData("cafe_de_la_place", "ALrd1", BankColumn.Family, "La famille de ALrd1 est ALrd")]
    [InlineData("cafe_de_la_place", "CE1", BankColumn.Family, "« essai »")]
    [InlineData("place_du_marche", "N1Pde1", BankColumn.Criterion, "Un tableur l’a peut-être pris pour une date")]
    [InlineData("place_du_marche", "N1Pse1", BankColumn.Points, "vaut 0,5 point(s)")]
    public void An_item_that_would_break_a_play_is_refused_at_its_place(string situation, string id, BankColumn column, string sentence)
    {
        var bank = BankShelf.Embedded(situation);
        var row = bank.Entries.Index().Single(e => e.Item.Item.Id == id).Index + 2;
        var broken = SituationBank.Of(situation, bank.Entries.Select(e => (e.Use, e.Item.Id == id ? Broken(e.Item, column) : e.Item)));

        var faults = BankCheck.Of(BankOutline.Find(situation)!, broken);

        var fault = Assert.Single(faults, f => f.Item == id);
        Assert.Equal((row, column), (fault.Row, fault.Column));
        Assert.Contains(sentence, fault.Sentence, StringComparison.Ordinal);
    }

    public static TheoryData<FigureKind, double[], string[]> Undrawable => new()
    {
        { FigureKind.Clock, [24, 0], [] },
        { FigureKind.Clock, [3], [] },
        { FigureKind.Display, [], [] },
        { FigureKind.Ruler, [0, 0, 1, 2], [] },
        { FigureKind.Thermometer, [0, 10, 0, 5], [] },
        { FigureKind.Scales, [5, 0.000001, 2], [] },
        { FigureKind.Jug, [1, 0.1], [] },
        { FigureKind.Bars, [1, 2], ["a"] },
        { FigureKind.Bars, [1, -2], ["a", "b"] },
        { FigureKind.Line, [1, 2], ["a", "a"] },
        { FigureKind.Pie, [0, 0], ["a", "b"] },
        { FigureKind.Money, [3], [] },
        { FigureKind.Objects, [3, 5], ["licorne"] },
        { FigureKind.Objects, [3_000, 5], ["pomme"] },
        { FigureKind.Grid, [3, 3], ["D1:Poissonnier"] },
        { FigureKind.Grid, [3, 3], ["A1:Un", "A1:Deux"] },
        { FigureKind.Rectangle, [3, 0], [] },
        { FigureKind.LShape, [3, 2, 3, 1], [] },
        { FigureKind.Box, [1, 2], [] },
        { FigureKind.NumberLine, [0, 10, 1], [] },
        { FigureKind.Fraction, [4, 5], [] },
        { FigureKind.Fraction, [double.NaN, 1], [] },
        { FigureKind.Stall, [], ["chat:ailleurs"] },
        { FigureKind.Stall, [], ["chat:dessus", "velo:dessus"] },
    };

    [Theory, MemberData(nameof(Undrawable))]
    public void A_figure_that_cannot_be_drawn_is_refused(FigureKind kind, double[] values, string[] labels)
    {
        var figure = new Figure { Kind = kind, Alt = "Une figure.", Values = values, Labels = labels };

        Assert.Contains(Faults(i => i with { Figure = figure }), f => f.Column == BankColumn.Figure);
        Assert.Contains(Faults(i => i with { Choices = [i.Choices[0] with { Figure = figure }, .. i.Choices.Skip(1)] }), f => f.Column == BankColumn.ChoiceFigures);
    }

    [Fact]
    public void Every_family_of_the_code_book_is_to_be_filled()
    {
        var bank = BankShelf.Embedded("place_du_marche");
        var faults = BankCheck.Of(BankOutline.Find("place_du_marche")!, bank with { Items = [.. bank.Items.Where(i => i.Id is not ("N2Rsu1" or "N2Rsu2" or "N3Pim4"))] });

        Assert.Equal(["La famille N2Rsu n’est pas remplie : il manque N2Rsu1, N2Rsu2.", "La famille N3Pim n’est pas remplie : il manque N3Pim4."], faults.Select(f => f.Sentence));
    }

    [Fact]
    public void The_adaptive_test_finds_something_of_each_skill()
    {
        var bank = BankShelf.Embedded("place_du_marche");
        var faults = BankCheck.Of(BankOutline.Find("place_du_marche")!, bank with { Items = [.. bank.Items.Select(i => i.Skill == "donnees" ? i with { Skill = "calcul" } : i)] });

        Assert.Equal("Aucune question ne mesure « donnees » : le parcours adaptatif en demande.", Assert.Single(faults).Sentence);
    }

    [Fact]
    public void An_id_that_comes_twice_says_where_it_was_first()
    {
        var bank = BankShelf.Embedded("cafe_de_la_place");
        var faults = BankCheck.Of(BankOutline.Find("cafe_de_la_place")!, bank with { Items = [.. bank.Items, bank.Items[0]] });

        var fault = Assert.Single(faults);
        Assert.Equal((bank.Entries.Count() + 2, BankColumn.Id), (fault.Row, fault.Column));
        Assert.Equal($"Cet identifiant est déjà celui de la ligne {bank.Training.Count + 2}.", fault.Sentence);
    }

    [Fact]
    public void The_published_rules_count_so_many_questions_of_each_skill_and_the_writing_keeps_its_id()
    {
        var bank = BankShelf.Embedded("livraison");
        var outline = BankOutline.Find("livraison")!;

        Assert.Equal("Les règles publiées comptent 9 questions de « ccf » ; le fichier en a 8.", Assert.Single(BankCheck.Of(outline, bank with { Items = [.. bank.Items.Skip(1)] })).Sentence);
        Assert.Contains("La rédaction garde son identifiant", Assert.Single(BankCheck.Of(outline, bank with { Writing = bank.Writing! with { Id = "L21" } })).Sentence, StringComparison.Ordinal);
        Assert.Contains("Il manque la rédaction", Assert.Single(BankCheck.Of(outline, bank with { Writing = null })).Sentence, StringComparison.Ordinal);
        Assert.Contains("question d’essai", Assert.Single(BankCheck.Of(outline, bank with { Training = [] })).Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_picture_that_an_item_may_name_is_one_that_the_games_draw()
    {
        var drawn = File.ReadAllText(Path.Combine(Repository.Root, "src/Eva.Contracts/Pictures/Picture.razor"));

        Assert.All(KnownPictures.All, name => Assert.Contains($"\"{name}\"", drawn, StringComparison.Ordinal));
    }

    static IReadOnlyList<BankFault> Faults(Func<BankItem, BankItem> changed)
    {
        var bank = BankShelf.Embedded("livraison");
        return BankCheck.Of(BankOutline.Find("livraison")!, bank with { Items = [changed(bank.Items[0]), .. bank.Items.Skip(1)] });
    }

    static BankItem Broken(BankItem item, BankColumn column) => (item.Kind, column) switch
    {
        (ItemKind.Choice, BankColumn.Solution) => item with { Solution = ["e"] },
        (ItemKind.Number, BankColumn.Solution) => item with { Solution = ["12 mai"] },
        (ItemKind.Text, BankColumn.Solution) => item with { Accepted = item.Accepted.ToDictionary(a => a.Key, _ => 0.75m, StringComparer.Ordinal) },
        (ItemKind.Order, BankColumn.Solution) => item with { Solution = ["p1 p2"] },
        (ItemKind.Sort, BankColumn.Solution) => item with { Solution = ["p1=ailleurs"] },
        (_, BankColumn.Choices) => item with { Choices = [.. item.Choices, item.Choices[0]] },
        (_, BankColumn.Difficulty) => item with { Difficulty = 6.5 },
        (_, BankColumn.Picture) => item with { Picture = "licorne" },
        (_, BankColumn.Skill) => item with { Skill = "lecture" },
        (_, BankColumn.Level) => item with { Level = "X1" },
        (_, BankColumn.Measured) => item with { Measured = ["question"] },
        (_, BankColumn.Instruction) => item with { Instruction = "Lisez\u0007." },
        (_, BankColumn.Degree) => item with { Degree = 5 },
        (_, BankColumn.Accepted) => item with { Accepted = new Dictionary<string, decimal>(item.Accepted, StringComparer.Ordinal) { ["sol"] = 0.5m } },
        (_, BankColumn.Family) => item with { Family = "beffroi" },
        (_, BankColumn.Criterion) => item with { Criterion = "02/01/2026" },
        (_, BankColumn.Points) => item with { Points = 1 },
        _ => throw new ArgumentOutOfRangeException(nameof(column), column, "No way to break it is written here."),
    };
}
