using Beffroi.Phone;

// dotnet run -c Release --project bench/Phone -- weight
// dotnet run -c Release --project bench/Phone -- time [runs]
// dotnet run -c Release --project bench/Phone -- ahead [runs]
// dotnet run -c Release --project bench/Phone -- propose [runs]
switch (args)
{
    case ["weight"]:
        await WeightTable.Print();
        return 0;
    case ["time", .. var rest]:
        await TimeTable.Print(Runs(rest));
        return 0;
    case ["ahead", .. var rest]:
        await AheadTable.Print(Runs(rest));
        return 0;
    case ["propose", .. var rest]:
        await ProposeTable.Print(Runs(rest));
        return 0;
    default:
        await Console.Error.WriteLineAsync("weight | time [runs] | ahead [runs] | propose [runs]");
        return 2;
}

static int Runs(string[] rest) => rest is [var runs] ? int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture) : 5;
