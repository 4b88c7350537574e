using Beffroi.Chat.Rules.Commands;
using Beffroi.Chat.Rules.Scale;
using CsCheck;

namespace Beffroi.Chat.Tests.Rules;

public sealed class CommandTests
{
    static SlashCommand Read(string text, bool inThread = false) => Assert.IsType<CommandReading.Read>(CommandReader.Read(text, inThread)).Command;

    static CommandReading.Usage Usage(string text) => Assert.IsType<CommandReading.Usage>(CommandReader.Read(text));

    [Theory]
    [InlineData("bonjour")]
    [InlineData("")]
    [InlineData("/")]
    [InlineData("/ pas une commande")]
    [InlineData("//help")]
    [InlineData("/var/log/syslog")]
    [InlineData("/etc.conf")]
    [InlineData("voir /help")]
    public void An_ordinary_message_is_no_command(string text) => Assert.IsType<CommandReading.None>(CommandReader.Read(text));

    [Fact]
    public void Each_command_is_read()
    {
        Assert.Equal(new CaseCommand("Fausses factures d’eau", null), Read("/case Fausses  factures d’eau"));
        Assert.Equal(new CaseCommand("Fausses factures", Tlp.AmberStrict), Read("/CASE Fausses TLP:Amber+Strict factures"));
        Assert.Equal(new CaseCommand("de l’eau, de l’eau", null), Read("/case de l’eau, de l’eau"));
        Assert.Equal(new CaseCommand(null, Tlp.Red), Read("/case tlp:red", inThread: true));
        Assert.Equal(new ShowCriteriaCommand(), Read("/criteria"));
        Assert.Equal(new AnswerCriterionCommand("massive", true, "12 000 partages\nen une heure"), Read("/criteria Massive oui 12 000 partages\nen une heure"));
        Assert.Equal(new AnswerCriterionCommand("foreign", false, "l’auteur est connu"), Read("/criteria foreign no l’auteur est connu"));
        Assert.Equal(new AnswerCriterionCommand("foreign", null, ""), Read("/criteria foreign inconnu"));
        Assert.Equal(new ScaleCommand(new ScaleQuestion("fr", 12_000)), Read("/scale 12000 fr"));
        Assert.Equal(new BotCommand(BotSubject.Account, "exemple"), Read("/bot @exemple"));
        Assert.Equal(new BotCommand(BotSubject.Address, "https://reseau.example/a/1"), Read("/bot <https://reseau.example/a/1>"));
        Assert.Equal(new BotCommand(BotSubject.Words, "fausse facture"), Read("/bot fausse facture"));
        Assert.Equal(new SourceCommand(new("https://image.example/a.jpg")), Read("/source https://image.example/a.jpg"));
        Assert.Equal(new HelpCommand(null), Read("/help"));
        Assert.Equal(new HelpCommand(CommandUsage.Find("scale")), Read("/help /scale"));
    }

    [Theory]
    [InlineData("/case", "case")]
    [InlineData("/case tlp:pink Un titre", "case")]
    [InlineData("/case tlp:red tlp:green Un titre", "case")]
    [InlineData("/criteria massive", "criteria")]
    [InlineData("/criteria massive peut-être", "criteria")]
    [InlineData("/criteria massive oui", "criteria")]
    [InlineData("/criteria <b> oui parce que", "criteria")]
    [InlineData("/scale", "scale")]
    [InlineData("/scale fr", "scale")]
    [InlineData("/bot", "bot")]
    [InlineData("/source", "source")]
    [InlineData("/source image.jpg", "source")]
    [InlineData("/source ftp://image.example/a.jpg", "source")]
    [InlineData("/source javascript:alert(1)", "source")]
    public void An_incomplete_command_answers_with_its_usage(string text, string name)
    {
        var usage = Usage(text);
        Assert.Equal(name, Assert.Single(usage.Usages).Name);
        Assert.NotEqual(usage.Why.French, usage.Why.English);
    }

    [Theory]
    [InlineData("/sclae fr 12", "scale")]
    [InlineData("/helpp", "help")]
    [InlineData("/cas Titre", "case")]
    [InlineData("/criterai", "criteria")]
    public void A_slip_of_the_finger_answers_with_the_command_that_was_meant(string text, string name) =>
        Assert.Equal(name, Assert.Single(Usage(text).Usages).Name);

    [Fact]
    public void An_unknown_command_answers_with_all_of_them()
    {
        Assert.Equal(["case", "criteria", "scale", "bot", "source", "help"], Usage("/botometer x").Usages.Select(u => u.Name));
        Assert.Equal(6, Usage("/help tout").Usages.Count);
    }

    [Fact]
    public void The_example_of_each_command_is_one() =>
        Assert.All(CommandUsage.All, u => Assert.IsType<CommandReading.Read>(CommandReader.Read(u.Example)));

    [Fact]
    public void Any_text_is_a_message_a_command_or_a_usage() =>
        Gen.Select(Any.Of("/case", "/criteria", "/scale", "/bot", "/source", "/help", "/", "/x"), Gen.String).Sample((name, rest) => Assert.NotNull(CommandReader.Read($"{name} {rest}")));

    [Fact]
    public void Searches_by_image_carry_the_whole_address() =>
        Assert.All(ImageSearches.For(new("https://a.example/i.jpg?x=1&y=2#z")), s => Assert.Contains("url=https%3A%2F%2Fa.example%2Fi.jpg%3Fx%3D1%26y%3D2%23z", s.Search.AbsoluteUri, StringComparison.Ordinal));
}
