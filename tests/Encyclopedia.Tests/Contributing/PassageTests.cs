using System.Net;

namespace Beffroi.Encyclopedia.Tests.Contributing;

/// <summary>What a reader copies from a page is found in the entry, and leads back to its place.</summary>
public sealed class PassageTests
{
    const string Address = "/encyclopedie/fiche/garder-une-preuve/discussion";

    static EntryContent Marked => Samples.Practice.With(Beffroi.Kit.Lang.French, "how", "Avec **deux outils** au\nmoins, dont [celui-ci](https://outil.example/) et [[outil-de-capture]]\u00A0:\n\n- l’un `local`\u00A0;\n- l’autre en ligne.");

    [Theory]
    [InlineData("L’adresse entière", "step-address")]
    [InlineData("Une copie datée", "step-copy")]
    [InlineData("Elle mesure le nombre de comptes", "criteria")]
    [InlineData("97 copies justes", "reliability")]
    [InlineData("Avec deux outils au moins, dont celui-ci", "how")]
    [InlineData("au\nmoins", "how")]
    [InlineData("celui-ci et Un outil de capture :", "how")]
    [InlineData("Un outil de capture :\n\nl'un local ;\nl'autre en ligne", "how")]
    [InlineData("Avec **deux outils**", "how")]
    [InlineData("Garder ce qui a été vu", null)]
    public async Task Words_are_found_whatever_their_marks_lines_and_spaces(string passage, string? place)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Marked);
        await site.Published(Samples.Tool with { Links = [], Texts = Samples.Tool.Texts with { Fr = Samples.Tool.Texts.Fr! with { Title = "Un outil de capture" } } }, "outil-de-capture");
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Address);

        await rose.Press("Publier la remarque", ("Passage", passage), ("Text", "Est-ce sûr ?"));

        Assert.Empty(rose.Mistakes);
        Assert.Equal(place, site.ReadEncyclopedia(db => db.Discussions.Single().Field));
        var link = "/encyclopedie/fiche/garder-une-preuve" + (place is null ? "" : "#" + place);
        Assert.NotNull(rose.Page.QuerySelector($"section.change a[href='{link}']"));
        if (place is not null)
        {
            Assert.NotNull((await site.Visit().Open("/encyclopedie/fiche/garder-une-preuve")).Page.GetElementById(place));
        }
    }

    [Fact]
    public async Task A_passage_stays_found_when_only_its_marks_change_and_is_told_lost_when_its_words_do()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Marked);
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Address);
        await rose.Press("Publier la remarque", ("Passage", "Avec deux outils au moins"), ("Text", "Est-ce sûr ?"));

        await site.Changed(Samples.Practice.With(Beffroi.Kit.Lang.French, "how", "Avec deux\noutils *au moins*."));
        Assert.DoesNotContain("ne dit plus ces mots", (await rose.Open(Address)).Text, StringComparison.Ordinal);
        await site.Changed(Samples.Practice.With(Beffroi.Kit.Lang.French, "how", "Avec trois outils au moins."));

        Assert.Contains("ne dit plus ces mots", (await rose.Open(Address)).Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Avec deux \u202Eoutils")]
    [InlineData("<strong>deux outils</strong>")]
    [InlineData("deux outils au moins Relever l’adresse")]
    public async Task What_is_not_one_piece_of_the_entry_is_refused_and_stays_typed(string passage)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published(Marked);
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open(Address);

        await rose.Press("Publier la remarque", ("Passage", passage), ("Text", "Est-ce sûr ?"));

        Assert.Equal((HttpStatusCode.UnprocessableEntity, 0), (rose.Status, site.ReadEncyclopedia(db => db.Discussions.Count())));
        Assert.Equal(passage, rose.Page.QuerySelector("[name=Passage]")!.TextContent);
    }

    [Fact]
    public async Task An_English_reader_speaks_of_the_English_words()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        var rose = await site.SignIn(Crew.Rose);
        await rose.Open("/en/encyclopedia/entry/garder-une-preuve/discussion");

        await rose.Press("Publish the remark", ("Passage", "Note the address"), ("Text", "Which one?"));

        Assert.NotNull(rose.Page.QuerySelector("section.change a[href='/en/encyclopedia/entry/garder-une-preuve#step-address']"));
    }
}
