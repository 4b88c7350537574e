using Beffroi.Accounts.Post;
using Beffroi.Testing;

namespace Beffroi.Accounts.Tests.Post;

public sealed class DeliveryTests
{
    [Theory, ClassData(typeof(Engines))]
    public async Task A_letter_leaves_once_in_plain_text_and_in_HTML_with_our_links_whole(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var server = new FakeSmtp();
        await site.Add(PostSteps.Plain());

        Assert.Equal(1, await site.Deliver(server));
        Assert.Equal(0, await site.Deliver(server));
        var message = PostSteps.Parsed(Assert.Single(server.Received));
        Assert.Equal(("Bonjour", "lina@structure.fr", "bonjour@eva.example.fr"), (message.Subject, message.To.Mailboxes.Single().Address, message.From.Mailboxes.Single().Address));
        Assert.Contains("Voici un lien\u00A0:\nhttps://eva.example.fr/aide", message.TextBody!.ReplaceLineEndings("\n"), StringComparison.Ordinal);
        Assert.Contains("<a href=\"https://eva.example.fr/aide\">https://eva.example.fr/aide</a>", message.HtmlBody, StringComparison.Ordinal);
        Assert.Equal(LetterState.Sent, Assert.Single(site.Letters("essai")).State);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Two_nodes_at_once_send_each_letter_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var server = new FakeSmtp();
        foreach (var number in Enumerable.Range(1, 12))
        {
            await site.Add(PostSteps.Plain($"Lettre {number}"));
        }

        var sent = await Task.WhenAll(Task.Run(() => site.Deliver(server)), Task.Run(() => site.Deliver(server)));

        Assert.Equal(12, sent.Sum());
        Assert.Equal(Enumerable.Range(1, 12).Select(n => $"Lettre {n}").Order(StringComparer.Ordinal), server.Received.Select(r => PostSteps.Parsed(r).Subject).Order(StringComparer.Ordinal));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task A_server_that_is_away_is_tried_again_later_and_later_then_given_up(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var server = new FakeSmtp { AnswerToRecipient = "451 later" };
        await site.Add(PostSteps.Plain() with { NotAfter = SiteUnderTest.Start.AddYears(1) });

        // 1, 5, 30 minutes, 2, 6, 12, 24 hours: eight tries in all.
        foreach (var minutes in new[] { 1, 5, 30, 120, 360, 720, 1440 })
        {
            Assert.Equal(0, await site.Deliver(server));
            Assert.Equal(site.Clock.GetUtcNow().AddMinutes(minutes), Assert.Single(site.Letters("essai")).NotBefore);
            site.Clock.Advance(TimeSpan.FromMinutes(minutes));
        }

        await site.Deliver(server);
        var letter = Assert.Single(site.Letters("essai"));
        Assert.Equal((LetterState.GivenUp, 8, "Le serveur de courrier a répondu 451"), (letter.State, letter.Tries, letter.Problem));
    }

    [Fact]
    public async Task A_server_that_does_not_answer_at_all_loses_nothing()
    {
        await using var site = await SiteUnderTest.WithWorld();
        var closed = new FakeSmtp();
        await closed.DisposeAsync();
        await site.Add(PostSteps.Plain());
        Assert.Equal(0, await site.Deliver(closed));

        site.Clock.Advance(TimeSpan.FromMinutes(1));
        await using var server = new FakeSmtp();
        Assert.Equal(1, await site.Deliver(server));
    }

    [Fact]
    public async Task A_refusal_for_good_is_kept_shown_and_can_be_tried_again_by_hand()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = new FakeSmtp { AnswerToRecipient = "550 5.1.1 <zephyrine@structure.fr> unknown" };
        await site.Add(PostSteps.Plain(to: "zephyrine@structure.fr"));
        await site.Deliver(server);

        var superadmin = await site.SignIn(Crew.Superadmin);
        await superadmin.Open("/admin/courrier?etat=echecs");
        Assert.Contains("Abandonné : Le serveur de courrier a répondu 550", superadmin.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(site.Logs, l => l.Contains("zephyrine", StringComparison.Ordinal) && !l.StartsWith("Debug", StringComparison.Ordinal));

        server.AnswerToRecipient = "250 ok";
        await superadmin.Follow("Bonjour");
        await superadmin.Press("Envoyer maintenant");
        Assert.Equal(1, await site.Deliver(server));
    }

    [Fact]
    public async Task What_is_typed_cannot_add_a_header()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = new FakeSmtp();
        await site.Add(PostSteps.Plain("Bonjour\r\nBcc: tous@structure.fr\r\n\r\nAutre corps"));
        await site.Deliver(server);

        var raw = Assert.Single(server.Received);
        Assert.DoesNotContain(PostSteps.Unfolded(raw).Split("\r\n"), l => l.StartsWith("Bcc", StringComparison.OrdinalIgnoreCase));
        Assert.Equal("Bonjour Bcc: tous@structure.fr Autre corps", PostSteps.Parsed(raw).Subject);
    }

    [Fact]
    public async Task A_letter_past_its_day_is_not_sent_and_one_for_later_waits()
    {
        await using var site = await SiteUnderTest.WithWorld();
        await using var server = new FakeSmtp();
        await site.Add(PostSteps.Plain("Trop tard") with { NotAfter = SiteUnderTest.Start.AddHours(1) });
        await site.Add(PostSteps.Plain("Plus tard") with { NotBefore = SiteUnderTest.Start.AddHours(2) });
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(0, await site.Deliver(server));
        site.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal(1, await site.Deliver(server));
        Assert.Equal("Plus tard", PostSteps.Parsed(Assert.Single(server.Received)).Subject);
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task The_same_key_is_kept_once(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await site.Add(PostSteps.Plain() with { Key = "essai:1" });
        await site.Add(PostSteps.Plain() with { Key = "essai:1" });
        Assert.Single(site.Letters("essai"));
    }

    [Theory, ClassData(typeof(Engines))]
    public async Task Thirty_days_after_it_left_a_letter_is_erased(DbEngine engine)
    {
        await using var site = await SiteUnderTest.WithWorld(engine);
        await using var server = new FakeSmtp();
        await site.Add(PostSteps.Plain());
        await site.Deliver(server);
        site.Clock.Advance(TimeSpan.FromDays(30) - TimeSpan.FromSeconds(1));
        await site.HourPasses();
        Assert.Single(site.Letters("essai"));
        site.Clock.Advance(TimeSpan.FromSeconds(1));
        await site.HourPasses();
        Assert.Empty(site.Letters("essai"));
    }

    [Fact]
    public void A_server_without_the_address_of_the_site_is_refused_at_start()
    {
        Assert.Throws<InvalidOperationException>(() => new MailSettings { Smtp = new() { Host = "smtp.example.fr" } }.Checked());
        Assert.Throws<InvalidOperationException>(() => new MailSettings { SiteUrl = "eva.example.fr" }.Checked());
        Assert.False(new MailSettings().Checked().Sends);
    }
}
