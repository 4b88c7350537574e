using Beffroi.Encyclopedia.Tests.Records;
using Beffroi.Kit;

namespace Beffroi.Encyclopedia.Tests.Contributing;

/// <summary>The words that had to go are looked for in all that the entry said.</summary>
public sealed class WithheldWordsTests
{
    const string Name = "Zéphyrine d’Exemple";

    /// <summary>In bold, over two lines, or held together by a no-break space: the name that had to go is the same.</summary>
    [Theory, InlineData("Demander à **Zéphyrine** d’Exemple.")]
    [InlineData("Demander à Zéphyrine\nd’Exemple.")]
    [InlineData("Demander à zéphyrine\u00A0d’exemple.")]
    public async Task The_words_go_from_the_other_versions_however_they_are_written_there(string how)
    {
        await using var site = await SiteUnderTest.WithWorld();
        await site.Published();
        await site.Changed(Samples.Practice.With(Lang.French, "how", how));
        await site.Changed(Samples.Practice.With(Lang.French, "how", $"Demander à {Name}, qui sait."));
        await site.Changed(Samples.Practice.With(Lang.French, "how", "Avec trois outils."));
        var camille = await site.SignIn(Crew.Superadmin);
        await camille.Open($"/encyclopedie/fiche/{Given.Key}/version/3");
        await camille.Press("Retirer de la lecture", ("Reason", "Une personne privée"), ("Words", Name));
        Assert.Equal([2, 3], site.ReadEncyclopedia(db => db.Withheld.Select(w => w.Number).Order().ToList()));
    }
}
