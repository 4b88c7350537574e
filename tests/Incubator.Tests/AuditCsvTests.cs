using Beffroi.Incubator.Accessibility;
using CsCheck;

namespace Beffroi.Incubator.Tests;

/// <summary>Results of an audit from a file: every line is read, and what is wrong is said by its line.</summary>
public sealed class AuditCsvTests
{
    static readonly List<AuditedPage> Pages = [Page(1, "Accueil"), Page(2, "Aide ; contact")];

    [Theory]
    [InlineData("critere,page,resultat,commentaire,derogation\n1.1,1,C,,\n1.2,Accueil,NC,\"Une image, sans texte\",oui\n")]
    [InlineData("\uFEFFCritere;Page;Resultat;Commentaire;Derogation\r\n1.1;1;c;;non\r\n1.2;accueil;nc;Une image, sans texte;OUI\r\n\r\n")]
    [InlineData("resultat,page,critere,derogation,commentaire\nC,1,1.1,,\nNC,1,1.2,1,\"Une image, sans texte\"")]
    public void A_file_comes_in_whole_as_any_spreadsheet_writes_it(string text)
    {
        var (results, mistakes) = AuditCsv.Read(text, Pages);

        Assert.Empty(mistakes);
        Assert.Equal(
            [new(Pages[0].Id, "1.1", CriterionResult.Compliant, null, false), new(Pages[0].Id, "1.2", CriterionResult.NotCompliant, "Une image, sans texte", true)],
            results);
    }

    [Fact]
    public void A_comment_may_hold_lines_and_quotation_marks_and_a_page_its_separator()
    {
        var (results, _) = AuditCsv.Read("critere;page;resultat;commentaire\n4.1;\"Aide ; contact\";NC;\"Deux\nlignes, et \"\"guillemets\"\"\"\n4.2;2;C;", Pages);

        Assert.Equal("Deux\nlignes, et \"guillemets\"", results[0].Comment);
        Assert.Equal([Pages[1].Id, Pages[1].Id], results.Select(r => r.PageId));
    }

    [Theory]
    [InlineData("14.1,1,C,,", "« 14.1 » n’est pas un critère")]
    [InlineData("1.10,1,C,,", "« 1.10 » n’est pas un critère")]
    [InlineData("1.1,3,C,,", "« 3 » n’est pas une page")]
    [InlineData("1.1,1,OK,,", "« OK » n’est pas un résultat")]
    [InlineData("1.1,1,,,", "n’est pas un résultat")]
    [InlineData("1.1,1,NC,,", "dites en mots")]
    [InlineData("1.1,1,C,,oui", "une dérogation porte sur un défaut")]
    [InlineData("1.1,1,NC,faux,peut-être", "n’est pas une dérogation")]
    [InlineData("1.1,1,C,,,encore", "6 colonnes au lieu de 5")]
    [InlineData("2.1,1,C,,", "le critère 2.1 de cette page est déjà à la ligne 2")]
    public void A_line_that_is_wrong_says_why_and_nothing_comes_in(string line, string why)
    {
        var (results, mistakes) = AuditCsv.Read($"{AuditCsv.Head}\n2.1,1,C,,\n{line}\n2.2,1,C,,", Pages);

        Assert.Empty(results);
        Assert.StartsWith("Ligne 3\u00A0: ", Assert.Single(mistakes), StringComparison.Ordinal);
        Assert.Contains(why, mistakes[0].Replace('\u00A0', ' '), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    [InlineData("1.1,1,C")]
    [InlineData("critere,page\n1.1,1")]
    [InlineData("critere,page,resultat")]
    [InlineData("critere,page,resultat,commentaire\n1.1,1,NC,\"jamais fermé\n1.2,1,C,")]
    public void A_file_that_is_none_says_so(string text)
    {
        var (results, mistakes) = AuditCsv.Read(text, Pages);

        Assert.Empty(results);
        Assert.Single(mistakes);
    }

    [Fact]
    public void Every_mistake_is_told_and_lines_are_counted_as_an_editor_counts_them()
    {
        var (_, mistakes) = AuditCsv.Read($"{AuditCsv.Head}\n1.1,1,NC,\"deux\nlignes\",\n1.2,1,X,,\n\n1.3,9,C,,\n", Pages);

        Assert.Equal(["Ligne 4", "Ligne 6"], mistakes.Select(m => m.Split('\u00A0')[0]));
    }

    [Fact]
    public void Whatever_is_broken_either_all_comes_in_or_what_is_wrong_is_told()
    {
        const string Whole = "critere,page,resultat,commentaire,derogation\n1.1,1,C,,\n1.2,Accueil,NC,\"Une image, sans texte\",oui\n13.12,2,NA,,\n";
        const string Bits = "\"\n\r,;x1\uFEFF";
        Gen.Select(Gen.Int[0, Whole.Length - 1], Gen.Int[0, 3], Gen.Int[0, Bits.Length - 1]).Array[1, 6].Sample(changes =>
        {
            var text = changes.Aggregate(Whole, (now, change) => change.Item1 >= now.Length ? now : change.Item2 switch
            {
                0 => now.Remove(change.Item1, 1),
                1 => now.Insert(change.Item1, Bits[change.Item3].ToString()),
                2 => now[..change.Item1],
                _ => now[..change.Item1] + Bits[change.Item3] + now[(change.Item1 + 1)..],
            });
            var (results, mistakes) = AuditCsv.Read(text, Pages);
            Assert.True(results.Count > 0 ^ mistakes.Count > 0, text);
            Assert.Equal(results.Count, results.DistinctBy(r => (r.PageId, r.Criterion)).Count());
            Assert.All(results, r => Assert.True(Rgaa.Has(r.Criterion) && (r.Result != CriterionResult.NotCompliant || r.Comment is { Length: > 0 })));
        });
    }

    static AuditedPage Page(int number, string title) => new() { Id = Guid.NewGuid(), AuditId = Guid.Empty, Number = number, Title = title, Address = "/" };
}
