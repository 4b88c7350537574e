using Beffroi.Kit;

namespace Beffroi.Incubator.Tests;

public sealed class ImputationTests
{
    static readonly ImputationForm Eva = new() { MinisterialAxis = "36", FunctionalDomain = "0103-04", FinancialCentre = "0103-CEFP-C003", Activity = "010300000623", CostCentre = "EMPEF00075" };
    static readonly ImputationForm Disinfo = new() { FunctionalDomain = "0105-06-08", FinancialCentre = "0105-CRES-CDSI", Activity = "010501A61404", CostCentre = "AECDSI2044" };

    [Fact]
    public void The_codes_of_both_conventions_are_read()
    {
        var errors = new Errors();

        Assert.Equal("0103", Imputation.Read(Eva, errors)!.Programme);
        Assert.Null(Imputation.Read(Disinfo, errors)!.MinisterialAxis);
        Assert.False(errors.Any);
    }

    public static TheoryData<string, ImputationForm> Wrong => new()
    {
        { "FunctionalDomain", Eva with { FunctionalDomain = "103-04" } },
        { "FunctionalDomain", Eva with { FunctionalDomain = "0103-04-" } },
        { "FunctionalDomain", Eva with { FunctionalDomain = null } },
        { "FinancialCentre", Eva with { FinancialCentre = "0103-cefp-C003" } },
        { "FinancialCentre", Eva with { FinancialCentre = "0105-CRES-CDSI" } },
        { "Activity", Eva with { Activity = "01030000062" } },
        { "Activity", Eva with { Activity = "010501A61404" } },
        { "CostCentre", Eva with { CostCentre = "EMPEF0007" } },
        { "CostCentre", Eva with { CostCentre = "" } },
    };

    [Theory]
    [MemberData(nameof(Wrong))]
    public void A_code_of_another_shape_or_programme_is_refused_beside_its_field(string field, ImputationForm form)
    {
        var errors = new Errors();

        Assert.Null(Imputation.Read(form, errors));
        Assert.Equal([field], errors.All.Select(e => e.Field));
    }
}
