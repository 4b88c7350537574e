using AngleSharp.Dom;

namespace Beffroi.Eva.Tests.FollowUp;

/// <summary>Row 34. The indices are computed by hand: difference over the square root of the sum of the squared errors.</summary>
public sealed class ComparisonTests
{
    [Theory]
    // √(0.3² + 0.4²) = 0.5.
    [InlineData(0, 0.3, 0.97, 0.4, "Pas de changement sûr", "1,94")]
    [InlineData(0, 0.3, 0.98, 0.4, "Progrès", "1,96")]
    [InlineData(0.2, 0.4, -0.77, 0.3, "Pas de changement sûr", "−1,94")]
    [InlineData(0.2, 0.4, -0.78, 0.3, "Recul", "−1,96")]
    [InlineData(1, 0.3, 1, 0.4, "Pas de changement sûr", "0,00")]
    public async Task Row_34_a_change_is_named_only_above_the_error_of_both(double before, double beforeError, double after, double afterError, string label, string index)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var person = await site.Measured("Jeanne", new(before, beforeError), new(after, afterError));

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/beneficiaires/{person.Id}");

        Assert.Equal(["Première mesure", $"{label} Indice {index}"], Changes(hugo));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Row_34_n_evaluations_stand_on_one_line_with_their_intervals_and_the_table_says_the_same(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        var person = await site.Measured("Jeanne", new(-1, 0.5), new(-0.5, 0.5), new(0, 0.5), new(1.5, 0.5));

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/beneficiaires/{person.Id}");

        // 0.5 / 0.7071 = 0.71; 1.5 / 0.7071 = 2.12; from the first to the last 2.5 / 0.7071 = 3.54.
        Assert.Equal(["Première mesure", "Pas de changement sûr Indice 0,71", "Pas de changement sûr Indice 0,71", "Progrès Indice 2,12"], Changes(hugo));
        Assert.Contains("De la première à la dernière : Progrès Indice 3,54", hugo.Text.Replace('\u00a0', ' '), StringComparison.Ordinal);
        Assert.Equal(["-1", "-0.5", "0", "1.5"], hugo.Page.QuerySelectorAll(".timeline-block tbody tr").Select(r => r.Children[3].TextContent.Replace("−", "-", StringComparison.Ordinal).Replace(",00", "", StringComparison.Ordinal).Replace(",50", ".5", StringComparison.Ordinal)));
        Assert.Equal("−1,98 à −0,02", hugo.Page.QuerySelector(".timeline-block tbody tr")!.Children[4].TextContent.Trim());
        // Four diamonds from left to right, each on its bar; higher is better, so that y goes down.
        var bars = hugo.Page.QuerySelectorAll("svg.timeline-drawing line.gauge-interval").ToList();
        Assert.Equal(4, bars.Count);
        Assert.Equal(4, hugo.Page.QuerySelectorAll("svg.timeline-drawing path.gauge-point").Length);
        Assert.True(Number(bars[3], "y1") < Number(bars[0], "y1"));
        // ±1.96 × 0.5 on a drawing of 280 for 7 logits: 78.4 tall.
        Assert.All(bars, bar => Assert.Equal(78.4, Number(bar, "y2") - Number(bar, "y1"), 1));
        Assert.Equal(bars.Select(b => Number(b, "x1")).Order(), bars.Select(b => Number(b, "x1")));
    }

    public static readonly TheoryData<string, string> Unlike = new()
    {
        { "version", "Les deux calculs n’ont pas la même version (1, puis 2)." },
        { "norms", "Les deux calculs n’ont pas les mêmes normes (essai, puis autres)." },
        { "means", "La personne n’a pas répondu de la même façon : à la souris ou au clavier, puis au doigt." },
        { "mixed", "La personne n’a pas répondu de la même façon : à la souris ou au clavier, puis tantôt au doigt, tantôt à la souris ou au clavier." },
        { "unknown", "On ne sait pas avec quoi la personne a répondu." },
        { "rapid", "Un des deux résultats n’est pas interprétable." },
    };

    [Theory, MemberData(nameof(Unlike))]
    public async Task Row_34_what_does_not_compare_is_not_compared_and_the_page_says_why(string how, string why)
    {
        await using var site = await SiteUnderTest.WithWorld();
        var after = new Mark(3, 0.1);
        var person = await site.Measured("Jeanne", new(0, 0.1), how switch
        {
            "version" => after with { Version = "2" },
            "norms" => after with { Norms = "autres" },
            "means" => after with { Means = ["tactile", "tactile"] },
            "mixed" => after with { Means = ["tactile", "souris"] },
            "unknown" => after with { Means = [null] },
            _ => after with { Interpretable = false },
        });

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/beneficiaires/{person.Id}");

        Assert.Equal($"Pas de comparaison {why}", Changes(hugo)[1]);
        Assert.DoesNotContain(hugo.Page.QuerySelectorAll(".fr-badge"), b => b.TextContent.Trim() is "Progrès" or "Recul");
    }

    [Fact]
    public async Task One_slip_of_the_other_hand_among_many_does_not_make_a_mixed_way_of_answering()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var person = await site.Measured("Jeanne", new(0, 0.1), new(3, 0.1) { Means = [.. Enumerable.Repeat("souris", 19), "tactile"] });

        var hugo = await (await site.SignIn(Crew.Hugo)).Open($"/eva/beneficiaires/{person.Id}");

        Assert.StartsWith("Progrès", Changes(hugo)[1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_result_of_a_private_campaign_of_a_colleague_stays_out_of_the_line()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var person = await site.Measured("Jeanne", new(0, 0.1), new(3, 0.1));
        await site.Write<EvaDb>(db => db.Campaigns.Single(c => c.Label == "Mesures de Jeanne").IsPrivate = true);

        Assert.Equal(System.Net.HttpStatusCode.NotFound, (await (await site.SignIn(Crew.Rose)).Open($"/eva/beneficiaires/{person.Id}")).Status);
        Assert.Equal(2, Changes(await (await site.SignIn(Crew.Hugo)).Open($"/eva/beneficiaires/{person.Id}")).Count);
    }

    static List<string> Changes(Visitor page) => [.. page.Page.QuerySelectorAll(".timeline-block tbody tr").Select(r => Visitor.Flat(r.Children[5].TextContent).Replace('\u00a0', ' '))];

    static double Number(IElement line, string attribute) => double.Parse(line.GetAttribute(attribute)!, System.Globalization.CultureInfo.InvariantCulture);
}
