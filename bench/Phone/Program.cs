using Beffroi.Phone;

// dotnet run -c Release --project bench/Phone -- weight
// dotnet run -c Release --project bench/Phone -- time [runs]
switch (args)
{
    case ["weight"]:
        await WeightTable.Print();
        return 0;
    case ["time", .. var rest]:
        await TimeTable.Print(rest is [var runs] ? int.Parse(runs, System.Globalization.CultureInfo.InvariantCulture) : 5);
        return 0;
    default:
        await Console.Error.WriteLineAsync("weight | time [runs]");
        return 2;
}
