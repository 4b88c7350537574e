using Beffroi.Ads.Intake;
using CsCheck;

namespace Beffroi.Ads.Tests.Intake;

public sealed class SecretsTests
{
    const string Key = "EAAGm0PX4ZCpsBAexempleexempleexempleexemple";

    [Theory]
    [InlineData("https://exemple.example/page?access_token=K&id=12")]
    [InlineData("https://exemple.example/page?id=12&amp=1&ACCESS_TOKEN=K")]
    [InlineData("https://exemple.example/page?id=12#access_token=K")]
    [InlineData("https://exemple.example/page?id=12#/way?access_token=K")]
    [InlineData("https://exemple.example/page?id=12&u=https%3A%2F%2Fautre.example%2F%3Faccess_token%3DK")]
    [InlineData("https://exemple.example/page?id=12&u=https%253A%252F%252Fautre.example%252F%253Faccess_token%253DK")]
    [InlineData("https://exemple.example/page?id=12&u=https%25253A%25252F%25252Fautre.example%25252F%25253Faccess%25255Ftoken%25253DK")]
    [InlineData("https://exemple.example/page?id=12&%61ccess_token=K")]
    [InlineData("https://exemple.example/page?id=12&access%5Ftoken=K")]
    [InlineData("https://exemple.example/page?id=12;access_token=K")]
    [InlineData("https://K:K@exemple.example/page?id=12")]
    [InlineData("https://exemple.example/page;jsessionid=K?id=12")]
    [InlineData("https://exemple.example/page?id=12&key=K&jwt=K&pwd=K&oauth=K")]
    [InlineData("https://exemple.example/page?id=12#eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.K")]
    [InlineData("https://exemple.example/page?id=12&t=tok_EAAB0123456789012345678901234567890123")]
    [InlineData("https://exemple.example/page?id=12&other=EAAGm0PX4ZCpsBAexempleexempleexempleexemple")]
    public void An_address_keeps_where_it_leads_and_no_key(string address) =>
        Assert.Matches(@"^https://exemple\.example/page\?id=12(&|$)(?!.*(K|EAA|token))", CleanUrl.Of(address.Replace("K", Key, StringComparison.Ordinal))!);

    [Fact]
    public void What_follows_people_is_taken_off_an_address() => Assert.Equal(
        "https://exemple.example/programme?page=2",
        CleanUrl.Of("https://exemple.example/programme?utm_source=fb&utm_campaign=a&page=2&fbclid=IwAR1&gclid=2&hsa_acc=3&_ga=4#utm_term=x"));

    [Fact]
    public void What_follows_people_is_taken_off_an_address_however_deep()
    {
        var address = "https://b.example/?fbclid=IwAR1&page=2";
        for (var i = 0; i < 3; i++)
        {
            address = Uri.EscapeDataString(address);
        }

        Assert.DoesNotContain("fbclid", CleanUrl.Of("https://exemple.example/?u=" + address)!, StringComparison.Ordinal);
    }

    [Fact]
    public void The_door_of_the_platform_is_left_for_what_is_behind_it() => Assert.Equal(
        "https://exemple.example/a?b=1",
        CleanUrl.Of("https://l.facebook.com/l.php?u=https%3A%2F%2Fexemple.example%2Fa%3Fb%3D1%26fbclid%3DIwAR0&h=AT0xyz&s=1"));

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("data:text/html,<script>")]
    [InlineData("file:///etc/passwd")]
    [InlineData("https://127.0.0.1/a")]
    [InlineData("https://localhost/a")]
    [InlineData("pas une adresse")]
    [InlineData("https://exemple.example/access_token/EAAG")]
    [InlineData("")]
    public void What_is_no_safe_address_of_the_web_is_none(string address) => Assert.Null(CleanUrl.Of(address));

    [Theory]
    [InlineData("Voir https://exemple.example/?id=1&access_token=K maintenant", "Voir https://exemple.example/?id=1 maintenant")]
    [InlineData("clé K fin", "clé  fin")]
    [InlineData("Voir https://exemple.example/?u=%2561ccess_token%253DK maintenant", "Voir  maintenant")]
    [InlineData("Voir access&#95;token=K maintenant", "Voir  maintenant")]
    [InlineData("Voir acc\u200Bess_tok\u200Den=K maintenant", "Voir  maintenant")]
    [InlineData("Voir eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxMjM0In0.abcdefgh fin", "Voir  fin")]
    [InlineData("Voir 1234567890123|abcdefghijklmnopqrstuvwxyz fin", "Voir  fin")]
    [InlineData("Une clé, un lien : l’A&B, 3 > 2 ; key = courage", "Une clé, un lien : l’A&B, 3 > 2 ; key = courage")]
    [InlineData("Rien à retirer : 100 % coton", "Rien à retirer : 100 % coton")]
    public void A_text_loses_its_keys_and_nothing_else(string text, string expected) => Assert.Equal(expected, Secrets.Stripped(text.Replace("K", Key, StringComparison.Ordinal)));

    [Theory]
    [InlineData("https://www.facebook.com/ads/archive/render_ad/?id=408322803338923&access_token=EAAG1", "408322803338923")]
    [InlineData("https://www.facebook.com/ads/library/?access_token=1&id=408322803338923", "408322803338923")]
    [InlineData("https://facebook.com/ads/library/?active_status=all&id=408322803338923&view=x", "408322803338923")]
    [InlineData("https://www.facebook.com.exemple.example/ads/library/?id=408322803338923", null)]
    [InlineData("https://www.facebook.com/ads/library/?id=4083abc", null)]
    [InlineData("https://www.facebook.com/profile.php?id=408322803338923", null)]
    [InlineData("n’importe quoi", null)]
    public void The_identifier_of_an_ad_is_read_in_its_address(string address, string? id) => Assert.Equal(id, MetaAddress.Id(address));

    [Fact]
    public void Wherever_a_key_is_put_in_an_address_it_is_not_kept()
    {
        var encodings = Gen.Int[0, 4];
        Gen.Select(encodings, One("?access_token=", "&access_token=", "#access_token=", "/x?u=https://a.example/?access_token=", ";access_token=", "?a[access_token]="), One("", "&fin=1", "#la"))
            .Sample((layers, before, after) =>
            {
                var tail = before + Key + after;
                for (var i = 0; i < layers; i++)
                {
                    tail = "?u=" + Uri.EscapeDataString("https://b.example/" + tail.TrimStart('/'));
                }

                var clean = CleanUrl.Of("https://exemple.example/" + tail) ?? "";
                Assert.DoesNotContain(Key, Enumerable.Range(0, 8).Aggregate(clean, (text, _) => Uri.UnescapeDataString(text)));
            }, iter: 500);
    }

    static Gen<string> One(params string[] all) => Gen.Int[0, all.Length - 1].Select(i => all[i]);
}
