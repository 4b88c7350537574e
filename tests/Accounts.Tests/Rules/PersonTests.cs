using Beffroi.Kit;
using CsCheck;

namespace Beffroi.Accounts.Tests.Rules;

public sealed class PersonTests
{
    static readonly PersonForm Good = new() { Name = "Amel Benali", Email = "amel.benali@mission-locale.fr", Password = "quatre mots sans rapport", TermsAccepted = "true" };

    [Fact]
    public void A_good_form_is_read_and_the_address_is_kept_in_lower_case()
    {
        var person = NewPerson.Read(Good with { Email = " Amel.Benali@Mission-Locale.fr " }, new());
        Assert.Equal(("Amel Benali", "amel.benali@mission-locale.fr"), (person!.Name.Text, person.Email.Text));
    }

    [Theory]
    [InlineData("onze lettre")]
    [InlineData("aaaaaaaaaaaaaaaa")]
    [InlineData("azertyuiopqs")]
    [InlineData("AZERTYUIOP123456")]
    [InlineData("123456789012")]
    [InlineData("benali-2026-!!")]
    [InlineData("Vive Amel Bénali")]
    [InlineData("mon compte amel.benali")]
    public void A_password_that_a_stranger_would_guess_is_refused(string password)
    {
        var errors = new Errors();
        Assert.Null(NewPerson.Read(Good with { Password = password }, errors));
        Assert.Equal("Password", Assert.Single(errors.All).Field);
    }

    [Theory]
    [InlineData("correct cheval pile agrafe")]
    [InlineData("h7!kQz-9wPx2")]
    [InlineData("minuscules seulement")]
    public void No_composition_is_imposed(string password) => Assert.NotNull(NewPerson.Read(Good with { Password = password }, new()));

    [Fact]
    public void A_password_shows_itself_to_nobody() =>
        Assert.DoesNotContain("quatre", NewPerson.Read(Good, new())!.ToString(), StringComparison.Ordinal);

    [Fact]
    public void The_terms_are_required()
    {
        var errors = new Errors();
        Assert.Null(NewPerson.Read(Good with { TermsAccepted = null }, errors));
        Assert.Equal("TermsAccepted", Assert.Single(errors.All).Field);
    }

    [Theory]
    [InlineData("amel")]
    [InlineData("amel@localhost")]
    [InlineData("Amel <amel@structure.fr>")]
    [InlineData("amel@structure.fr\nBcc: x@y.fr")]
    [InlineData("a b@structure.fr")]
    [InlineData("@structure.fr")]
    public void What_is_no_address_is_refused(string email)
    {
        var errors = new Errors();
        Assert.Null(EmailAddress.Read(email, "Email", errors));
        Assert.True(errors.Any);
    }

    [Fact]
    public void Whatever_is_typed_there_is_a_person_or_a_message() =>
        Gen.Select(Gen.String, Gen.String, Gen.String).Sample((name, email, password) =>
        {
            var errors = new Errors();
            Assert.Equal(NewPerson.Read(new() { Name = name, Email = email, Password = password, TermsAccepted = "true" }, errors) is null, errors.Any);
        });
}
