using System.Net;
using System.Text;
using System.Text.Json;
using Beffroi.Chat.Rules.Webhooks;
using CsCheck;

namespace Beffroi.Chat.Tests.Rules;

public sealed class HookTests
{
    static HookReading Send(string body, string? type = "application/json") => IncomingHook.Read(type, Encoding.UTF8.GetBytes(body));

    static HookMessage Read(string body, string? type = "application/json") => Assert.IsType<HookReading.Read>(Send(body, type)).Message;

    static int Refused(string body, string? type = "application/json") => Assert.IsType<HookReading.Refused>(Send(body, type)).Status;

    const string Whole = """
        {"text":"Un **message**","username":"Veille","channel":"detection","icon_url":"https://a.example/i.png","props":{"card":"x"},
         "attachments":[{"fallback":"secours","color":"#FF8000","pretext":"avant","author_name":"Le Journal","author_link":"https://journal.example",
           "title":"Un titre","title_link":"https://journal.example/1","text":"le <https://b.example|détail> &amp; la suite",
           "fields":[{"title":"Partages","value":12000,"short":true},{"title":"Date","value":"hier","short":"false"},{"title":"","value":""}],
           "image_url":"https://journal.example/i.jpg","footer":"pied","ts":"1700000000.5","actions":[{"id":"x"}]}]}
        """;

    [Fact]
    public void A_payload_of_Mattermost_is_read_whole()
    {
        var message = Read(Whole);
        var a = Assert.Single(message.Attachments);
        Assert.Equal(("Un **message**", "Veille"), (message.Text, message.UserName));
        Assert.Equal(("secours", "#ff8000", "avant", "Le Journal", "Un titre", "le [détail](https://b.example) & la suite", "pied"), (a.Fallback, a.Colour, a.Before, a.Author, a.Title, a.Text, a.Footer));
        Assert.Equal([new HookField("Partages", "12000", true), new HookField("Date", "hier", false)], a.Fields);
        Assert.Equal(("https://journal.example/", "https://journal.example/1", "https://journal.example/i.jpg"), (a.AuthorLink!.AbsoluteUri, a.TitleLink!.AbsoluteUri, a.Image!.AbsoluteUri));
        Assert.Equal(new DateTimeOffset(2023, 11, 14, 22, 13, 20, 500, TimeSpan.Zero), a.At);
    }

    [Fact]
    public void The_same_comes_as_a_form_with_and_without_saying_so()
    {
        var form = "payload=" + WebUtility.UrlEncode(Whole);
        var json = JsonSerializer.Serialize(Read(Whole));
        Assert.Equal(json, JsonSerializer.Serialize(Read(form, "application/x-www-form-urlencoded; charset=utf-8")));
        Assert.Equal(json, JsonSerializer.Serialize(Read(form, null)));
        Assert.Equal(json, JsonSerializer.Serialize(Read(Whole, "text/plain")));
    }

    [Fact]
    public void Blocks_of_Slack_give_their_words() =>
        Assert.Equal("**Alerte**\n\nUn *détail* [ici](https://a.example)\nA\nB\n\npied", Read("""
            {"text":"secours","blocks":[{"type":"header","text":{"type":"plain_text","text":"Alerte"}},{"type":"divider"},
             {"type":"section","text":{"type":"mrkdwn","text":"Un *détail* <https://a.example|ici>"},"fields":[{"type":"mrkdwn","text":"A"},{"type":"mrkdwn","text":"B"}]},
             {"type":"context","elements":[{"type":"mrkdwn","text":"pied"}]},{"type":"actions","elements":[{"type":"button","text":{"type":"plain_text","text":"Supprimer"}}]}]}
            """).Text);

    [Theory]
    [InlineData("<!channel> alerte", "channel alerte")]
    [InlineData("<!here|here> alerte", "here alerte")]
    [InlineData("<@U123|marie> a dit", "marie a dit")]
    [InlineData("<https://a.example/x>", "<https://a.example/x>")]
    [InlineData("<javascript:alert(1)|clic>", "<javascript:alert(1)|clic>")]
    [InlineData("1 &lt; 2 &amp;amp; 3", "1 < 2 &amp; 3")]
    [InlineData("<https://a.example/(x)|un [mot]>", "[un \\[mot\\]](https://a.example/%28x%29)")]
    public void Marks_of_Slack_become_plain_words_and_links(string sent, string shown) =>
        Assert.Equal(shown, Read(JsonSerializer.Serialize(new { text = sent })).Text);

    [Fact]
    public void An_address_that_is_not_of_the_web_is_dropped()
    {
        var a = Assert.Single(Read("""{"attachments":[{"title":"t","title_link":"javascript:alert(1)","image_url":"file:///etc/passwd","author_link":"//a","color":"red","ts":"hier"}]}""").Attachments);
        Assert.Equal((null, null, null, null, null), (a.TitleLink, a.Image, a.AuthorLink, a.Colour, a.At));
    }

    [Theory]
    [InlineData("", null)]
    [InlineData("{}", "application/json")]
    [InlineData("""{"text":"  "}""", "application/json")]
    [InlineData("""{"text":5,"attachments":"x"}""", "application/json")]
    [InlineData("""{"attachments":[1,null,"x"]}""", "application/json")]
    [InlineData("[]", "application/json")]
    [InlineData("null", "application/json")]
    [InlineData("""{"text":"a""", "application/json")]
    [InlineData("""{"text":"\ud800"}""", "application/json")]
    [InlineData("autre=x", "application/x-www-form-urlencoded")]
    [InlineData("payload=%7B", "application/x-www-form-urlencoded")]
    [InlineData("payload={}&payload={}", "application/x-www-form-urlencoded")]
    public void What_says_nothing_or_cannot_be_read_is_400(string body, string? type) => Assert.Equal(400, Refused(body, type));

    [Fact]
    public void What_is_too_large_too_deep_or_of_another_type_is_refused_with_its_status()
    {
        Assert.Equal(413, Refused(JsonSerializer.Serialize(new { text = new string('a', HookLimits.Text + 1) })));
        Assert.Equal(HookLimits.Text, Read(JsonSerializer.Serialize(new { text = new string('a', HookLimits.Text) })).Text.Length);
        Assert.Equal(413, Refused(new string(' ', HookLimits.Body + 1)));
        Assert.Equal(413, Refused(JsonSerializer.Serialize(new { attachments = Enumerable.Repeat(new { text = "a" }, HookLimits.Attachments + 1) })));
        Assert.Equal(400, Refused(string.Concat(Enumerable.Repeat("""{"a":""", 50)) + "1" + new string('}', 50)));
        Assert.Equal(415, Refused("<a/>", "application/xml"));
        Assert.Equal(400, Assert.IsType<HookReading.Refused>(IncomingHook.Read("application/json", new byte[] { 0x22, 0xFF, 0x22 })).Status);
    }

    [Fact]
    public void Any_body_is_read_or_refused() =>
        Gen.Select(Any.Of<string?>(null, "application/json", "application/x-www-form-urlencoded"), Gen.Int[0, Whole.Length - 1], Gen.Char).Sample((type, at, c) =>
        {
            var body = Whole[..at] + c + Whole[(at + 1)..];
            Assert.NotNull(Send(type == "application/x-www-form-urlencoded" ? "payload=" + Uri.EscapeDataString(body.Replace(c is >= '\ud800' and <= '\udfff' ? c : '\0', ' ')) : body, type));
        });
}
