using Beffroi.Ads.Files;
using Beffroi.Ads.Grouping;
using CsCheck;

namespace Beffroi.Ads.Tests.Grouping;

public sealed class GroupingTests
{
    const string Leaflet = "Dimanche, votons pour une ville qui respire. Plus d’arbres, des écoles rénovées, des bus toutes les dix minutes, et un budget que chacun peut lire. Avec Claire Vasseur, la liste Ensemble pour Bellerive vous attend au bureau de vote, de huit heures à vingt heures.";

    static NearText Near(string text, string country = "FR", string page = "page") => NearText.Of(country, text, null, null, page);

    [Fact]
    public async Task The_405_French_ads_removed_in_2019_make_84_groups_give_or_take_two()
    {
        await using var file = SharedAds.Open("fr_2019_ambanum/ads_removed_2019.json");
        var index = new NearIndex<int>();
        var ads = 0;
        await foreach (var line in AdReader.Read(file, FileFormat.Meta, "FR", new(), TestContext.Current.CancellationToken))
        {
            Assert.Null(line.Fault);
            ads++;
            var text = Near(line.Record!.Text, page: line.Record.SponsorKey);
            if (!index.Find(text, out _))
            {
                index.Add(ads, text);
            }
        }

        Assert.Equal(405, ads);
        Assert.InRange(index.Count, 82, 86);
    }

    [Theory]
    [InlineData("Dimanche, votons pour une ville qui respire ! 🌳 Plus d’arbres, des écoles rénovées, des bus toutes les dix minutes, et un budget que chacun peut lire. Avec Claire Vasseur, la liste Ensemble pour Bellerive vous attend au bureau de vote, de huit heures à vingt heures. 👉 https://exemple.example/a?fbclid=1")]
    [InlineData("DIMANCHE, VOTONS POUR UNE VILLE QUI RESPIRE. PLUS D’ARBRES, DES ÉCOLES RÉNOVÉES, DES BUS TOUTES LES DIX MINUTES, ET UN BUDGET QUE CHACUN PEUT LIRE. AVEC CLAIRE VASSEUR, LA LISTE ENSEMBLE POUR BELLERIVE VOUS ATTEND AU BUREAU DE VOTE, DE HUIT HEURES À VINGT HEURES.")]
    public void Signs_capitals_accents_and_links_do_not_make_another_ad(string other) => Assert.True(Near(Leaflet).IsSameAs(Near(other)));

    [Fact]
    public void A_word_more_in_a_long_text_is_the_same_ad_and_another_town_is_not()
    {
        Assert.True(Near(Leaflet).IsSameAs(Near(Leaflet.Replace("de huit heures", "dès huit heures", StringComparison.Ordinal))));
        Assert.False(Near(Leaflet).IsSameAs(Near(Leaflet.Replace("Bellerive", "Hauteville", StringComparison.Ordinal))));
        Assert.False(Near(Leaflet).IsSameAs(Near(Leaflet.Replace("Claire Vasseur", "Marc Oudin", StringComparison.Ordinal))));
    }

    [Fact]
    public void The_same_offer_at_another_price_is_the_same_ad()
    {
        Assert.True(Near("Isolez vos combles pour 1 € jusqu’à la fin du mois de mai").IsSameAs(Near("Isolez vos combles pour 99,90 euros jusqu’à la fin du mois de mai")));
        Assert.False(Near("Votez pour la liste numéro 3 dimanche prochain").IsSameAs(Near("Votez pour la liste numéro 7 dimanche prochain")));
    }

    [Fact]
    public void A_short_text_is_the_same_ad_only_from_the_same_page_and_no_text_is_like_nothing()
    {
        Assert.True(Near("En savoir plus").IsSameAs(Near("En savoir plus !")));
        Assert.False(Near("En savoir plus").IsSameAs(Near("En savoir plus", page: "other")));
        Assert.False(Near("", page: "").IsSameAs(Near("", page: "")));
    }

    [Fact]
    public void The_same_text_in_two_countries_makes_two_groups() => Assert.False(Near(Leaflet).IsSameAs(Near(Leaflet, "BE")));

    [Fact]
    public void What_is_kept_of_a_text_is_read_again_as_it_was()
    {
        var near = Near(Leaflet);
        var kept = NearText.Kept("FR", near.Signature);
        Assert.Equal(near.Bands, kept.Bands);
        Assert.True(kept.IsSameAs(near));
        // Written down once: the same on every machine, or groups would be made again after an upgrade.
        Assert.Equal("une ville qui respire", string.Join(' ', near.Signature.Split(' ')[3..7]));
    }

    [Fact]
    public void Near_texts_meet_in_a_band()
    {
        // 60 words of which one changes: the likeness is 55/61, above what is enough.
        Gen.Int[0, 9999].Array[60].Sample(numbers =>
        {
            var words = numbers.Select((n, i) => $"mot{Letters(n)}{Letters(i)}").ToArray();
            var (first, second) = (Near(string.Join(' ', words)), Near(string.Join(' ', words.Select((w, i) => i == 30 ? "autre" : w))));
            Assert.Equal(55.0 / 61, first.Likeness(second), 12);
            var index = new NearIndex<int>();
            index.Add(1, first);
            Assert.True(index.Find(second, out var found) && found == 1);
        }, iter: 300);
    }

    [Fact]
    public void An_ad_finds_its_group_among_a_hundred_thousand()
    {
        var count = Environment.GetEnvironmentVariable("BEFFROI_LONG") is "1" ? 100_000 : 5_000;
        var index = new NearIndex<int>();
        for (var i = 0; i < count; i++)
        {
            index.Add(i, Near(Numbered(i)));
        }

        for (var i = 0; i < count; i += count / 50)
        {
            Assert.True(index.Find(Near(Numbered(i) + " 🎉"), out var found));
            Assert.Equal(i, found);
        }

        static string Numbered(int i) => string.Join(' ', Enumerable.Range(0, 25).Select(k => $"mot{(i * 7919 + k * k * 104_729) % 1_000_003}"));
    }

    /// <summary>The same leaflet for a thousand towns shares its places: each ad is held against few, and still finds its own.</summary>
    [Fact]
    public void A_leaflet_of_a_thousand_towns_makes_a_thousand_groups_and_a_copy_finds_its_town()
    {
        var index = new NearIndex<int>();
        for (var town = 0; town < 1_000; town++)
        {
            Assert.False(index.Find(Near(Meeting(town)), out _), "Another town is another ad.");
            index.Add(town, Near(Meeting(town)));
        }

        // The places that all the towns share are full: a copy is found in the part of its own town, and never in another.
        var (own, others) = (0, 0);
        for (var town = 0; town < 1_000; town++)
        {
            var isFound = index.Find(Near(Meeting(town) + " Venez nombreux"), out var found);
            own += isFound && found == town ? 1 : 0;
            others += isFound && found != town ? 1 : 0;
        }

        Assert.Equal(0, others);
        Assert.Equal(1_000, own);

        static string Meeting(int town) => $"Samedi, rencontrez vos voisins sur la place de X{Letters(town)} pour parler de la rénovation des logements, des aides qui existent et de ce qui change cette année. Nos conseillers répondent à vos questions, sans rendez-vous et sans engagement.";
    }

    static string Letters(int number) => string.Concat(number.ToString("d4", System.Globalization.CultureInfo.InvariantCulture).Select(c => (char)('a' + c - '0')));
}
