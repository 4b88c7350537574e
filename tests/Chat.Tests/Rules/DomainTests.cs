using Beffroi.Chat.Rules.Domains;
using CsCheck;

namespace Beffroi.Chat.Tests.Rules;

public sealed class DomainTests
{
    static ApprovedDomain Approved(string domain, bool subdomains = false) => new(MailDomain.Read(domain)!, subdomains);

    static readonly DomainList List = new([Approved("ministere.gouv.fr"), Approved("ong-veille.org", subdomains: true), Approved("défense-citoyenne.fr")]);

    [Theory]
    [InlineData("claire@ministere.gouv.fr", "claire@ministere.gouv.fr")]
    [InlineData(" Claire.Durand+x@MINISTERE.Gouv.FR ", "Claire.Durand+x@ministere.gouv.fr")]
    [InlineData("a@ong-veille.org", "a@ong-veille.org")]
    [InlineData("a@paris.ong-veille.org", "a@paris.ong-veille.org")]
    [InlineData("a@b.paris.ong-veille.org", "a@b.paris.ong-veille.org")]
    [InlineData("a@défense-citoyenne.fr", "a@xn--dfense-citoyenne-bqb.fr")]
    [InlineData("a@xn--dfense-citoyenne-bqb.fr", "a@xn--dfense-citoyenne-bqb.fr")]
    public void An_address_of_an_approved_domain_is_admitted(string typed, string address) =>
        Assert.Equal(address, Assert.IsType<Admission.Admitted>(List.Judge(typed)).Address.ToString());

    [Theory]
    [InlineData("a@ministere.gouv.fr.evil.com")]
    [InlineData("a@evilministere.gouv.fr")]
    [InlineData("a@evil-ministere.gouv.fr")]
    [InlineData("a@ministere-gouv.fr")]
    [InlineData("a@ministere.gouv.com")]
    [InlineData("a@ministere.gouv.fr.com")]
    [InlineData("a@ministère.gouv.fr")]
    [InlineData("a@mınistere.gouv.fr")]
    [InlineData("a@ministеre.gouv.fr")]
    [InlineData("a@rninistere.gouv.fr")]
    [InlineData("a@m1nistere.gouv.fr")]
    [InlineData("a@ministre.gouv.fr")]
    [InlineData("a@minsitere.gouv.fr")]
    [InlineData("a@ong-vei11e.org")]
    [InlineData("a@ongveille.org")]
    [InlineData("a@defense-citoyenne.fr")]
    public void A_domain_made_to_look_like_it_is_refused_and_known_as_such(string typed)
    {
        var admission = List.Judge(typed);
        Assert.IsType<Admission.LookAlike>(admission);
        Assert.NotNull(admission.Refusal);
    }

    [Theory]
    [InlineData("a@sub.ministere.gouv.fr")]
    [InlineData("a@gouv.fr")]
    [InlineData("a@autre.gouv.fr")]
    [InlineData("a@example.org")]
    [InlineData("a@org")]
    public void Any_other_domain_is_refused_a_sub_domain_that_was_not_said_too(string typed) =>
        Assert.IsNotType<Admission.Admitted>(List.Judge(typed), exactMatch: false);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("ministere.gouv.fr")]
    [InlineData("@ministere.gouv.fr")]
    [InlineData("a@")]
    [InlineData("a@evil.com@ministere.gouv.fr")]
    [InlineData("a%evil.com@ministere.gouv.fr")]
    [InlineData("evil.com!a@ministere.gouv.fr")]
    [InlineData("\"a@evil.com\"@ministere.gouv.fr")]
    [InlineData("a b@ministere.gouv.fr")]
    [InlineData("a@ministere.gouv.fr.")]
    [InlineData("a@ministere..gouv.fr")]
    [InlineData("a@ministere.gouv.fr\n@evil.com")]
    [InlineData("a\r\nBcc: x@ministere.gouv.fr")]
    [InlineData("a@[192.0.2.1]")]
    [InlineData("a@192.0.2.1")]
    [InlineData("a@ministere.gouv.fr(evil.com)")]
    [InlineData("a..b@ministere.gouv.fr")]
    [InlineData("a@-ministere.gouv.fr")]
    [InlineData("a@ministere_x.gouv.fr")]
    [InlineData("a@xn--a.fr")]
    [InlineData("a@cministere.gouv.fr--z-b")]
    [InlineData("a@ab--c.ministere.gouv.fr")]
    [InlineData("<a@ministere.gouv.fr>")]
    [InlineData("a@ministere.gouv.fr,b@evil.com")]
    public void What_is_not_a_plain_address_is_refused(string? typed) => Assert.IsType<Admission.NotAnAddress>(List.Judge(typed));

    [Fact]
    public void Nothing_put_before_or_after_an_approved_domain_lets_it_in() =>
        Gen.Select(Gen.String[Gen.Char["abcz0-.@ %!é"], 0, 12], Gen.String[Gen.Char["abcz0-.@ %!é"], 0, 12]).Sample((before, after) =>
        {
            if (List.Judge($"a@{before}ministere.gouv.fr{after}") is Admission.Admitted admitted)
            {
                Assert.Equal("ministere.gouv.fr", admitted.Address.Domain.Ascii);
                Assert.Equal("", (before + after).Trim());
            }
        });

    [Theory]
    [InlineData("gmail.com", false)]
    [InlineData("GMAIL.com", true)]
    [InlineData("gouv.fr", true)]
    [InlineData("asso.fr", false)]
    [InlineData("fr", false)]
    [InlineData("pas un domaine", false)]
    [InlineData("192.0.2.1", false)]
    public void A_domain_that_is_everybody_s_is_not_approved(string domain, bool subdomains) => Assert.NotNull(ApprovedDomain.Wrong(domain, subdomains));

    [Fact]
    public void The_refusal_does_not_tell_which_domains_are_approved() =>
        Assert.Equal(List.Judge("a@example.org").Refusal, List.Judge("a@ministere.gouv.com").Refusal);
}
