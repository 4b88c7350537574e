using Beffroi.Accounts;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace Beffroi.Testing;

/// <summary>Something to read on the pages of letters, news, help and opinions.</summary>
public static class PostFurnishing
{
    /// <summary>Rows of the database of accounts, not saved yet.</summary>
    public static PostPieces Furnish(this AccountsDb db, DateTimeOffset now)
    {
        var by = db.Users.Single(a => a.Name == Crew.Superadmin).Id;
        var hugo = db.Users.AsNoTracking().Single(a => a.Name == Crew.Hugo);
        var (reset, resetToken) = MailLink.Write(hugo, MailLinkPurpose.ResetPassword, now);
        var (confirm, confirmToken) = MailLink.Write(hugo, MailLinkPurpose.ConfirmEmail, now);
        var news = NewsItem.Write(new(NewsKind.Evolution, "Deux jeux de plus", "Bonjour **à tous**.\n\n- [l’aide](/aide)\n- la suite", new(2026, 11, 20), Published: true), by, now);
        var help = HelpSource.Write(new() { Topic = HelpTopic.PriseEnMain, Kind = HelpKind.Document, Title = "Premiers pas", Address = null, Text = "Créez une campagne." }, by, now);
        db.AddRange(reset, confirm, news, help, new Opinion { Id = Guid.NewGuid(), Day = new(2026, 11, 23), Rating = OpinionRating.Good, Clarity = 4, Text = "C’était bien.", AfterPlaying = true });
        return new(hugo, resetToken, confirmToken, news.Id, help.Id);
    }

    internal static async Task<(string Reset, string Confirm, string Stop, Guid Letter, Guid News, Guid Help)> FurnishPost(this SiteUnderTest site)
    {
        var by = site.IdOf(Crew.Superadmin);
        PostPieces pieces = null!;
        await site.Write<AccountsDb>(db =>
        {
            pieces = db.Furnish(SiteUnderTest.Start);
            db.Add(new Banner { Id = Guid.NewGuid(), Text = "Le site sera fermé dimanche matin.", From = SiteUnderTest.Start, Until = SiteUnderTest.Start.AddDays(1), WrittenBy = by, WrittenAt = SiteUnderTest.Start });
        });
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.preparer";
        await scope.ServiceProvider.GetRequiredService<IOutbox>().Add(Letters.Forgot(pieces.Reader, pieces.Reset, SiteUnderTest.Start + MailLink.ResetLifetime, new()), TestContext.Current.CancellationToken);
        return (pieces.Reset, pieces.Confirm, scope.ServiceProvider.GetRequiredService<Outbox>().StopToken(pieces.Reader.Id), site.ReadAccounts(db => db.Outbox.Single().Id), pieces.News, pieces.Help);
    }
}

/// <param name="Reader">Whose links they are.</param>
public sealed record PostPieces(Account Reader, string Reset, string Confirm, Guid News, Guid Help);
