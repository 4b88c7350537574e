using System.Net;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.SignIn;

public sealed class AcceptTermsTests
{
    [Fact]
    public async Task Until_the_terms_are_accepted_every_working_page_asks_for_it_first()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var visitor = await site.SignIn(Crew.Admin);
        await Forget(site);

        await visitor.Open("/personnes?etat=attente");
        Assert.Equal("Avant de commencer", visitor.Heading);
        await visitor.Press("Continuer");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, visitor.Status);

        await visitor.Press("Continuer", ("TermsAccepted", "true"));
        Assert.Equal("/personnes?etat=attente", visitor.Address);
        var (at, version) = site.ReadAccounts(db => db.Users.Where(a => a.Name == Crew.Admin).Select(a => new ValueTuple<DateTimeOffset?, string?>(a.TermsAcceptedAt, a.TermsVersion)).Single());
        Assert.Equal((site.Clock.GetUtcNow(), Terms.Version), (at!.Value, version));
    }

    // As when a new version of the terms comes out.
    static Task Forget(SiteUnderTest site) => site.Write<AccountsDb>(db =>
    {
        var account = db.Users.Single(a => a.Name == Crew.Admin);
        db.Entry(account).Property(a => a.TermsVersion).CurrentValue = "2020-01";
    });
}
