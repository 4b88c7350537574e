using System.Text;
using Beffroi.Accounts.Post;
using Beffroi.Kit;
using Beffroi.Testing;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Beffroi.Accounts.Tests.Post;

/// <summary>What a test asks of the post of its site.</summary>
static class PostSteps
{
    public static IReadOnlyList<OutboxLetter> Letters(this SiteUnderTest site, string kind) =>
        site.ReadAccounts(db => db.Outbox.Where(l => l.Kind == kind).OrderBy(l => l.To).ToList());

    /// <summary>The path of the secret link, as only its recipient gets it.</summary>
    public static string Link(this SiteUnderTest site, OutboxLetter letter)
    {
        using var scope = site.Scope();
        return scope.ServiceProvider.GetRequiredService<Outbox>().Read(letter.Secret!)!;
    }

    /// <summary>One node's round of delivery to this server.</summary>
    public static async Task<int> Deliver(this SiteUnderTest site, FakeSmtp server)
    {
        await using var scope = site.Scope();
        var provider = scope.ServiceProvider;
        var settings = new MailSettings { SiteUrl = "https://eva.example.fr/", From = "bonjour@eva.example.fr", Smtp = new() { Host = "127.0.0.1", Port = server.Port, Unencrypted = true } }.Checked();
        var post = new SmtpPost(settings, provider.GetRequiredService<SiteIdentity>(), provider.GetRequiredService<Outbox>());
        return await new Delivery(provider.GetRequiredService<AccountsDb>(), post, provider.GetRequiredService<TimeProvider>(), provider.GetRequiredService<ILogger<Delivery>>()).SendDue(TestContext.Current.CancellationToken);
    }

    /// <summary>What the hour's round does.</summary>
    public static async Task HourPasses(this SiteUnderTest site)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "courrier.rappeler";
        await scope.ServiceProvider.GetRequiredService<Reminders>().WriteDue(TestContext.Current.CancellationToken);
        await scope.ServiceProvider.GetRequiredService<Clearing>().ClearDue(TestContext.Current.CancellationToken);
    }

    /// <summary>Writes a letter as any module may.</summary>
    public static async Task Add(this SiteUnderTest site, Letter letter)
    {
        await using var scope = site.Scope();
        scope.ServiceProvider.GetRequiredService<Actor>().Act = "test.ecrire";
        await scope.ServiceProvider.GetRequiredService<IOutbox>().Add(letter, TestContext.Current.CancellationToken);
    }

    public static Letter Plain(string subject = "Bonjour", string to = "lina@structure.fr") => new() { Kind = "essai", To = to, Subject = subject, Body = "Bonjour,\n\nVoici un lien\u00A0:\n{site}/aide" };

    /// <summary>Header lines folded back, as RFC 5322 says.</summary>
    public static string Unfolded(string raw) => raw[..raw.IndexOf("\r\n\r\n", StringComparison.Ordinal)].Replace("\r\n ", " ", StringComparison.Ordinal).Replace("\r\n\t", " ", StringComparison.Ordinal);

    public static MimeKit.MimeMessage Parsed(string raw)
    {
        using var stream = new MemoryStream(Encoding.Latin1.GetBytes(raw));
        return MimeKit.MimeMessage.Load(stream);
    }
}
