using Beffroi.Incubator.Compliance;
using TestResult = Beffroi.Incubator.Compliance.TestResult;

namespace Beffroi.Incubator.Tests;

/// <summary>What a control makes of an answer: each rule against answers that hold it and answers that do not.</summary>
public sealed class LookTests
{
    const string Csp = "default-src 'none'; script-src 'self'; frame-ancestors 'none'";

    static readonly (string Name, string Value)[] Strict =
    [
        ("strict-transport-security", "max-age=31536000; includeSubDomains"), ("content-security-policy", Csp), ("x-content-type-options", "nosniff"), ("referrer-policy", "same-origin"),
        ("permissions-policy", "camera=()"), ("cross-origin-opener-policy", "same-origin"), ("cross-origin-resource-policy", "same-origin"), ("x-frame-options", "DENY"),
    ];

    [Fact]
    public void Headers_that_say_all_are_without_mistake_and_have_the_best_grade()
    {
        Assert.Empty(HeaderRules.Mistakes(Page("", Strict)));
        // 100, and +10 default-src, +5 frame-ancestors, +5 referrer, +10 resource policy.
        Assert.Equal((130, "A+"), (HttpScore.Of(Page("", Strict)).Points, HttpScore.Of(Page("", Strict)).Letter));
    }

    [Theory]
    [InlineData("strict-transport-security", null, "Strict-Transport-Security")]
    [InlineData("strict-transport-security", "max-age=31535999", "Strict-Transport-Security")]
    [InlineData("strict-transport-security", "includeSubDomains", "Strict-Transport-Security")]
    [InlineData("content-security-policy", "default-src 'self' 'unsafe-inline'; frame-ancestors 'none'", "permissive")]
    [InlineData("content-security-policy", "script-src 'unsafe-eval'; frame-ancestors 'none'", "permissive")]
    [InlineData("content-security-policy", "default-src 'none'; frame-ancestors 'self'", "frame-ancestors")]
    [InlineData("x-content-type-options", "no", "X-Content-Type-Options")]
    [InlineData("referrer-policy", "unsafe-url", "Referrer-Policy")]
    [InlineData("permissions-policy", null, "Permissions-Policy")]
    [InlineData("cross-origin-opener-policy", "unsafe-none", "Cross-Origin-Opener-Policy")]
    [InlineData("server", "Kestrel", "serveur")]
    [InlineData("x-powered-by", "PHP", "serveur")]
    public void One_header_that_says_less_is_named(string name, string? value, string named) =>
        Assert.Contains(named, Assert.Single(HeaderRules.Mistakes(Page("", [.. Strict.Where(h => h.Name != name), .. value is null ? Array.Empty<(string, string)>() : [(name, value)]]))), StringComparison.Ordinal);

    [Theory]
    [InlineData("'wasm-unsafe-eval' is another thing", "script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'")]
    public void What_the_games_need_is_not_taken_for_permissive(string why, string policy) =>
        Assert.True(HeaderRules.Mistakes(Page("", [.. Strict.Where(h => h.Name != "content-security-policy"), ("content-security-policy", policy)])).Count == 0, why);

    [Theory]
    [InlineData(0, "F")]
    [InlineData(24, "F")]
    [InlineData(25, "D-")]
    [InlineData(50, "C")]
    [InlineData(89, "A-")]
    [InlineData(90, "A")]
    [InlineData(99, "A")]
    [InlineData(100, "A+")]
    public void Points_become_the_letter_of_the_chart(int points, string letter) => Assert.Equal(letter, HttpScore.Letter(points));

    [Fact]
    public void Bare_headers_lose_their_points_and_earn_no_bonus()
    {
        // −25 policy, −20 transport, −5 sniffing, −20 framing; the resource policy earns nothing below 90.
        var bare = HttpScore.Of(Page("", [("cross-origin-resource-policy", "same-origin")]));
        Assert.Equal((30, "D"), (bare.Points, bare.Letter));
        Assert.Equal(85, HttpScore.Of(Page("<script src=\"https://ailleurs.example/x.js\"></script>", [.. Strict.Where(h => h.Name != "strict-transport-security"), ("strict-transport-security", "max-age=60")])).Points);
    }

    [Theory]
    [InlineData("__Host-a=1; path=/; secure; httponly; samesite=lax")]
    [InlineData("__Host-a=1; Path=/; Secure; HttpOnly; SameSite=Strict")]
    public void A_cookie_that_is_protected_has_no_mistake(string cookie) => Assert.Empty(CookieRules.Mistakes(cookie));

    [Theory]
    [InlineData("a=1; secure; httponly; samesite=lax", "préfixe")]
    [InlineData("__Host-a=secure; httponly; samesite=lax", "sans secure")]
    [InlineData("__Host-a=1; secure; samesite=lax", "sans httponly")]
    [InlineData("__Host-a=1; secure; httponly", "sans samesite")]
    [InlineData("__Host-a=1; secure; httponly; samesite=none", "sans samesite")]
    public void A_cookie_that_is_not_says_what_it_lacks(string cookie, string lacks) => Assert.Contains(lacks, Assert.Single(CookieRules.Mistakes(cookie)), StringComparison.Ordinal);

    [Theory]
    [InlineData("Contact: mailto:a@b.example\nExpires: 2027-05-01T00:00:00Z\nPreferred-Languages: fr\nCanonical: https://a\nPolicy: https://b\n", Verdict.Met)]
    [InlineData("# note\ncontact: mailto:a@b.example\r\nexpires: 2027-05-01T00:00:00Z\r\npreferred-languages: fr\r\ncanonical: https://a\r\npolicy: https://b", Verdict.Met)]
    [InlineData("Contact: mailto:a@b.example\nExpires: 2026-11-23T10:00:00Z\nPreferred-Languages: fr\nCanonical: https://a\nPolicy: https://b\n", Verdict.NotMet)]
    [InlineData("Contact: mailto:a@b.example\nExpires: 2027-11-23T10:00:00Z\nPreferred-Languages: fr\nCanonical: https://a\nPolicy: https://b\n", Verdict.NotMet)]
    [InlineData("Contact: mailto:a@b.example\nExpires: bientôt\nPreferred-Languages: fr\nCanonical: https://a\nPolicy: https://b\n", Verdict.NotMet)]
    [InlineData("Contact: mailto:a@b.example\nPreferred-Languages: fr\nCanonical: https://a\nPolicy: https://b\n", Verdict.NotMet)]
    [InlineData("", Verdict.NotMet)]
    public void A_security_file_has_its_fields_and_ends_within_a_year(string text, Verdict verdict) =>
        Assert.Equal(verdict, WellKnownCheck.SecurityText(Page(text, []), SiteUnderTest.Start).Verdict);

    [Theory]
    [InlineData("Accessibilité : non conforme", "Accessibilité : non conforme", true)]
    [InlineData("ACCESSIBILITÉ :  partiellement conforme ", "Accessibilité : partiellement conforme", true)]
    [InlineData("Accessibilite : non conforme", "Accessibilité : non conforme", true)]
    [InlineData("Accessibilité", "Accessibilité : non conforme", false)]
    [InlineData("Accessibilité : non conforme", "Accessibilité : totalement conforme", false)]
    [InlineData("", "Accessibilité : non conforme", false)]
    public void Nearly_the_same_words_are_the_same(string one, string other, bool same) => Assert.Equal((same, same), (Likeness.Of(one, other) > Likeness.Same, Likeness.Of(other, one) > Likeness.Same));

    [Theory]
    [InlineData("kitten", "sitting", 1 - (3d / 7))]
    [InlineData("", "", 1)]
    [InlineData("abc", "", 0)]
    public void Likeness_is_what_the_distance_of_Levenshtein_says(string one, string other, double likeness) => Assert.Equal(likeness, Likeness.Of(one, other), 12);

    [Theory]
    [InlineData("Directrice de la publication : A. Éditeur : B. Hébergeur : C", new string[0])]
    [InlineData("Site édité par B, directeur de la publication A, hébergement C", new string[0])]
    [InlineData("Éditeur : B", new[] { "directeur", "publication", "hébergeur" })]
    public void Legal_words_are_looked_for_one_of_each_group(string text, string[] missing) => Assert.Equal(missing, LegalWords.Missing(text, LegalWords.Notice));

    [Theory]
    [InlineData("<script src=\"//ailleurs.example/x.js\"></script>", "//ailleurs.example/x.js")]
    [InlineData("<link rel=\"stylesheet\" href=\"HTTPS://ailleurs.example/x.css\">", "HTTPS://ailleurs.example/x.css")]
    [InlineData("<img alt=\"a &gt; b\" src=\"https://ailleurs.example/?a=1&amp;b=2\" />", "https://ailleurs.example/?a=1&b=2")]
    [InlineData("<form method=\"post\" action=\"https://ailleurs.example\"></form>", "https://ailleurs.example")]
    [InlineData("<iframe\n src='https://ailleurs.example'></iframe>", "https://ailleurs.example")]
    public void What_a_page_asks_elsewhere_is_seen(string html, string url) => Assert.Equal(url, Assert.Single(ThirdPartyCheck.Outside(Page(html, []))));

    [Fact]
    public void A_link_that_a_person_may_follow_and_an_address_of_the_page_itself_ask_nothing() =>
        Assert.Empty(ThirdPartyCheck.Outside(Page("<a href=\"https://ailleurs.example\">lien</a><link rel=\"canonical\" href=\"https://ici.example/\"><img src=\"/a.svg\"><script src=\"a.js\"></script>", [])));

    [Fact]
    public void A_page_is_read_as_a_person_reads_it()
    {
        const string Html = "<html><script>if (a < b) { '</p>' }</script><main class=\"x\"><h1>Aide &amp; contact</h1><p>Écrivez\n à&nbsp;<a class=\"l\" href=\"mailto:a@b.example\"><b>nous</b></a></p></main><!-- <p>non</p> --></html>";

        Assert.Equal("Aide & contact Écrivez à nous", Markup.Text(Html));
        Assert.Equal([("mailto:a@b.example", "nous")], Markup.Links(Html));
        Assert.Equal("", Markup.Inside("<p>rien</p>", "main"));
        Assert.StartsWith("<h1>", Markup.Inside(Html, "main"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("A+ A F", "F", "C")]
    [InlineData("A A B", "B", "A")]
    [InlineData("A B", "B", "B")]
    [InlineData("A", "A", "A")]
    [InlineData("A F", "F", "D")]
    public void Several_grades_have_a_lowest_and_a_mean(string letters, string lowest, string mean) => Assert.Equal((lowest, mean), (Grade.Lowest(letters.Split(' ').Append(null)), Grade.Mean(letters.Split(' ').Append(null))));

    [Fact]
    public void Without_a_grade_there_is_neither() => Assert.Equal((null, null), (Grade.Lowest([null]), Grade.Mean([])));

    [Theory]
    [InlineData(new Verdict[0], Verdict.Unknown)]
    [InlineData(new[] { Verdict.Met, Verdict.Unknown }, Verdict.Unknown)]
    [InlineData(new[] { Verdict.Unknown, Verdict.NotMet, Verdict.Met }, Verdict.NotMet)]
    [InlineData(new[] { Verdict.Met, Verdict.NotApplicable }, Verdict.Met)]
    [InlineData(new[] { Verdict.NotApplicable }, Verdict.NotApplicable)]
    [InlineData(new[] { Verdict.NotApplicable, Verdict.Unknown }, Verdict.Unknown)]
    public void What_is_not_known_is_never_met(Verdict[] seen, Verdict together) => Assert.Equal(together, Verdicts.Together(seen));

    [Theory]
    [InlineData("no-reply@a.example", true)]
    [InlineData("NoReply@a.example", true)]
    [InlineData("ne_pas_repondre@a.example", true)]
    [InlineData("contact@a.example", false)]
    public void An_address_that_takes_no_answer_is_known(string address, bool deaf) => Assert.Equal(deaf, FooterCheck.IsDeaf(address));

    [Theory]
    [InlineData("Ns.PagesTests.A_page", Verdict.Met)]
    [InlineData("PagesTests", Verdict.NotMet)]
    [InlineData("PagesTests.A_page", Verdict.Met)]
    [InlineData("PagesTests.A", Verdict.Unknown)]
    [InlineData("Tests.A_page", Verdict.Unknown)]
    [InlineData("PagesTests.Skipped", Verdict.Unknown)]
    [InlineData("PagesTests.Of_both", Verdict.Met)]
    public void A_test_proves_something_when_it_is_there_by_its_whole_name_and_passed(string name, Verdict verdict)
    {
        TestOutcome Of(string test, TestResult result) => new() { Id = Guid.NewGuid(), LoadId = Guid.Empty, Name = test, Result = result };
        var proofs = new Proofs(null, [Of("Ns.PagesTests.A_page", TestResult.Passed), Of("Ns.PagesTests.A_page_of_another", TestResult.Failed), Of("Ns.PagesTests.Skipped", TestResult.Skipped), Of("Ns.PagesTests.Of_both(engine: Sqlite)", TestResult.Passed), Of("Ns.PagesTests.Of_both(engine: Postgres)", TestResult.Skipped)]);

        Assert.Equal(verdict, proofs.Of(name));
    }

    static Answer Page(string body, (string Name, string Value)[] headers) => new() { Path = "/page", Status = 200, Headers = headers.ToDictionary(h => h.Name, h => h.Value, StringComparer.Ordinal), Weight = body.Length, Body = body };
}
