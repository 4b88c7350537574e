using Beffroi.Accounts;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>Something to read on the pages of letters, news, help and opinions.</summary>
static class PostFurnishing
{
    public static async Task<(string Reset, string Confirm, string Stop, Guid Letter, Guid News, Guid Help)> FurnishPost(this SiteUnderTest site)
    {
        var by = site.IdOf(Crew.Superadmin);
        var hugo = site.ReadAccounts(db => db.Users.AsNoTracking().Single(a => a.Name == Crew.Hugo));
        var (reset, resetToken) = MailLink.Write(hugo, MailLinkPurpose.ResetPassword, SiteUnderTest.Start);
        var (confirm, confirmToken) = MailLink.Write(hugo, MailLinkPurpose.ConfirmEmail, SiteUnderTest.Start);
        var news = NewsItem.Write(new(NewsKind.Evolution, "Deux jeux de plus", "Bonjour **à tous**.\n\n- [l’aide](/aide)\n- la suite", new(2026, 11, 20), Published: true), by, SiteUnderTest.Start);
        var help = HelpSource.Write(new() { Topic = HelpTopic.PriseEnMain, Kind = HelpKind.Document, Title = "Premiers pas", Address = null, Text = "Créez une campagne." }, by, SiteUnderTest.Start);
        await site.Write<AccountsDb>(db => db.AddRange(reset, confirm, news, help,
            new Banner { Id = Guid.NewGuid(), Text = "Le site sera fermé dimanche matin.", From = SiteUnderTest.Start, Until = SiteUnderTest.Start.AddDays(1), WrittenBy = by, WrittenAt = SiteUnderTest.Start },
            new Opinion { Id = Guid.NewGuid(), Day = new(2026, 11, 23), Rating = OpinionRating.Good, Clarity = 4, Text = "C’était bien.", AfterPlaying = true }));
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        await scope.ServiceProvider.GetRequiredService<IOutbox>().Add(Letters.Forgot(hugo, resetToken, reset.ExpiresAt, new()), TestContext.Current.CancellationToken);
        return (resetToken, confirmToken, scope.ServiceProvider.GetRequiredService<Outbox>().StopToken(hugo.Id), site.ReadAccounts(db => db.Outbox.Single().Id), news.Id, help.Id);
    }
}
