/** Titles in English by group, singular and lower case. The head of a title stands last here too. */
export const ENGLISH_POSITION_WORDS: Record<string, string> = {
  '5414-guard': 'security guard, guard, security officer, watchman, crossing guard, security',
  '5412-police-auxiliary':
    'police officer, police, sheriff, correction officer, traffic enforcement agent, traffic agent',
  '5411-firefighter': 'firefighter, fire fighter',
  '5419-rescuer': 'lifeguard, rescue worker, emt, animal control officer',
  '8322-driver': 'driver, chauffeur, taxi driver, motor vehicle operator, delivery driver',
  '8331-bus-driver': 'bus driver, bus operator, school bus driver, train operator',
  '8332-truck-driver': 'truck driver, lorry driver, cdl driver, hgv driver',
  '8342-plant-operator':
    'excavator operator, heavy equipment operator, bulldozer operator, snow groomer, equipment operator',
  '8343-crane-operator': 'crane operator, lift operator, cableway operator, hoist operator',
  '8344-forklift-operator': 'forklift operator, forklift driver, forklift',
  '9621-courier': 'courier, messenger, delivery rider, meter reader',
  '4412-mail-carrier': 'mail carrier, postal worker, letter carrier',
  '4321-storekeeper':
    'storekeeper, stock clerk, warehouse clerk, inventory clerk, dispatcher, stockroom clerk, stock worker, warehouse supervisor',
  '3323-buyer':
    'buyer, purchasing agent, procurement analyst, procurement specialist, procurement, contract specialist',
  '9333-loader':
    'loader, warehouse associate, warehouse worker, mover, picker, packer, freight handler, material handler, warehouse',
  '3434-chef': 'head chef, executive chef, sous chef',
  '5120-cook': 'cook, chef, line cook',
  '7512-baker': 'baker, pastry chef',
  '9412-kitchen-helper':
    'dishwasher, kitchen helper, kitchen assistant, kitchen porter, food service worker, food service helper',
  '5131-waiter': 'waiter, waitress, server, barista, bartender, busser',
  '9112-cleaner': 'cleaner, housekeeper, custodian, janitor, room attendant, custodial assistant, maid',
  '9613-street-cleaner':
    'sanitation worker, street sweeper, street cleaner, refuse collector, city park worker, park worker',
  '9122-washer': 'car washer, window cleaner, laundry worker',
  '5153-caretaker': 'caretaker, building superintendent, superintendent, building attendant, concierge',
  '5311-childcare': 'nanny, childcare worker, child care worker, daycare worker, babysitter, child care aide',
  '5322-carer':
    'carer, caregiver, home health aide, nursing assistant, care assistant, health aide, care worker, support worker, personal care aide',
  '5164-pet-care': 'dog groomer, animal care attendant, pet groomer, kennel worker',
  '5163-funeral': 'funeral director, undertaker',
  '5223-sales-assistant': 'sales associate, shop assistant, store clerk, retail associate, sales clerk, shop clerk',
  '5230-cashier': 'cashier, ticket seller, toll collector, ticket agent',
  '3322-sales':
    'sales representative, salesman, salesperson, sale, account executive, account manager, business development',
  '3334-property-agent': 'real estate agent, estate agent, letting agent, property agent, realtor',
  '2431-marketing': 'marketing, marketing manager, brand manager, public relation',
  '3332-event-planner': 'event planner, event coordinator, event manager',
  '4222-customer-service':
    'customer service, customer service representative, call center representative, call taker, call centre agent, client service representative',
  '4226-receptionist': 'receptionist, front desk, front desk agent, information clerk, front desk clerk',
  '4110-clerk':
    'clerk, office assistant, clerical associate, clerical aide, administrative assistant, administrative associate, administrator, clerical assistant, administrative staff analyst, office clerk, college aide, office aide',
  '4120-secretary': 'secretary, executive assistant, legal secretary, personal assistant',
  '4132-data-entry': 'data entry clerk, data entry, typist, word processor',
  '4411-filing-clerk': 'library assistant, library clerk, file clerk, records clerk, archivist assistant',
  '3341-office-supervisor': 'office manager, office supervisor, administrative manager',
  '2422-policy':
    'policy analyst, policy advisor, program analyst, program manager, project coordinator, policy officer, program coordinator, management analyst, staff analyst, program officer, research analyst, planner analyst',
  '3412-community':
    'community worker, outreach worker, community coordinator, community associate, community liaison, community assistant, case worker, caseworker',
  '2635-social-worker': 'social worker, psychologist, counselor, counsellor, psychotherapist, therapist',
  '3359-enforcement':
    'inspector, enforcement officer, compliance inspector, tax assessor, building inspector, housing inspector',
  '3257-health-inspector':
    'public health sanitarian, health inspector, safety inspector, public health inspector, environmental health officer',
  '2423-hr':
    'human resource, human resource specialist, hr, recruiter, human resource manager, personnel officer, talent acquisition',
  '2424-trainer': 'trainer, training specialist, instructional designer',
  '2411-accountant': 'accountant, auditor, comptroller, finance manager, accounting, tax auditor',
  '4311-bookkeeper':
    'bookkeeper, accounts payable clerk, payroll clerk, accounting clerk, timekeeper, payroll, statistician clerk',
  '2412-finance':
    'financial analyst, budget analyst, investment analyst, actuary, investment officer, fiscal analyst, risk analyst',
  '4211-teller': 'teller, bank teller',
  '2611-lawyer':
    'lawyer, attorney, counsel, solicitor, judge, agency attorney, assistant district attorney, general counsel',
  '3411-court-clerk': 'paralegal, court clerk, legal assistant, legal clerk, court officer',
  '2341-teacher':
    'teacher, elementary school teacher, primary school teacher, elementary teacher, teaching assistant, educator',
  '2330-secondary-teacher':
    'high school teacher, secondary school teacher, math teacher, science teacher, middle school teacher',
  '2342-kindergarten-teacher': 'kindergarten teacher, preschool teacher, early childhood teacher',
  '2310-lecturer': 'lecturer, professor, adjunct professor, postdoctoral fellow',
  '2352-special-teacher': 'special education teacher',
  '2355-arts-teacher': 'music teacher, dance teacher, piano teacher, art teacher',
  '2359-tutor': 'tutor, academic advisor',
  '3423-coach':
    'coach, fitness instructor, personal trainer, ski instructor, swimming instructor, recreation specialist, yoga instructor',
  '5165-driving-instructor': 'driving instructor',
  '2211-doctor': 'doctor, physician, surgeon, psychiatrist, medical examiner, general practitioner, epidemiologist',
  '2261-dentist': 'dentist',
  '2250-vet': 'veterinarian, vet',
  '2264-rehabilitation': 'physical therapist, occupational therapist, physiotherapist, speech therapist, optometrist',
  '2221-nurse':
    'nurse, registered nurse, staff nurse, public health nurse, midwife, nurse practitioner, licensed practical nurse',
  '3212-medical-technician':
    'pharmacist, pharmacy technician, lab technologist, radiographer, phlebotomist, medical technologist, x-ray technician',
  '7411-electrician': 'electrician, elevator mechanic, lineman, electrician helper',
  '7126-plumber': 'plumber, pipefitter, steamfitter, plumber helper',
  '7127-refrigeration': 'hvac technician, refrigeration mechanic, hvac',
  '7212-welder': 'welder, sheet metal worker',
  '7231-mechanic':
    'mechanic, auto mechanic, machinist helper, auto technician, maintenance worker, maintenance technician, repairer, handyman',
  '7223-machinist': 'machinist, toolmaker, cnc operator',
  '7115-carpenter': 'carpenter, joiner, cabinet maker',
  '7131-painter': 'painter',
  '7123-finisher': 'plasterer, glazier, roofer, tiler, roofer helper',
  '7119-builder': 'bricklayer, mason, builder, cement mason',
  '9313-construction-labourer':
    'construction laborer, construction labourer, construction worker, highway repairer, laborer, labourer',
  '7511-butcher': 'butcher',
  '7531-tailor': 'tailor, dressmaker',
  '8153-textile-operator': 'sewing machine operator',
  '7322-printer': 'printer, press operator',
  '9329-factory-labourer': 'production worker, packaging worker, factory worker, apprentice',
  '8160-factory-worker': 'machine operator, production operator',
  '8211-assembler': 'assembler',
  '7543-inspector': 'quality inspector, quality controller',
  '3111-laboratory': 'laboratory technician, lab technician, chemist, laboratory assistant, lab assistant',
  '8182-boiler-operator': 'stationary engineer, boiler operator, high pressure plant tender',
  '3132-water-operator': 'sewage treatment worker, water treatment operator, watershed maintainer',
  '8111-miner': 'miner, sandhog',
  '2142-civil-engineer':
    'civil engineer, construction project manager, structural engineer, estimator, project manager, architect, urban planner, city planner, surveyor, construction manager, assistant civil engineer',
  '2151-electrical-engineer': 'electrical engineer, electronics engineer',
  '2144-engineer': 'mechanical engineer, process engineer, industrial engineer, engineer',
  '2143-environment-engineer': 'environmental engineer, environmental scientist, environmental analyst',
  '3112-technician': 'engineering technician, technician, drafter, cad technician',
  '2512-it':
    'software engineer, software developer, developer, programmer, data analyst, data scientist, web developer, data engineer, business analyst, product manager, computer programmer analyst, systems analyst, gis analyst',
  '3512-it-support':
    'it support, help desk technician, network administrator, system administrator, network engineer, computer specialist, it specialist, computer system manager, cyber security analyst, desktop support',
  '2166-designer': 'designer, graphic designer, interior designer, video editor, graphic artist',
  '3431-photographer': 'photographer, videographer',
  '2642-media':
    'editor, journalist, reporter, writer, social media manager, press officer, communications manager, translator, interpreter, communications specialist',
  '2656-presenter': 'presenter, announcer',
  '2652-performer': 'actor, musician, dancer, singer',
  '5113-guide': 'tour guide, guide, docent, museum guide, park ranger',
  '5111-attendant': 'flight attendant, conductor, train conductor, station agent',
  '2621-heritage': 'librarian, archivist, curator, conservator, museum technician',
  '5141-beauty': 'hairdresser, barber, beautician, hair stylist, nail technician, massage therapist',
  '6111-farmer': 'farmer, farm worker, farmhand',
  '6210-forester': 'forester, climber and pruner, arborist',
  '6113-gardener': 'gardener, landscaper, groundskeeper, horticulturist, gardening assistant',
  '9312-labourer': 'seasonal worker, day labourer, flyer distributor, poll worker',
  '1219-property-manager': 'property manager, housing manager, facilities manager, building manager',
  '1412-restaurant-manager': 'restaurant manager, hotel manager',
  '1321-production-manager': 'plant manager, production manager',
  '1420-shop-manager': 'store manager, shop manager, assistant store manager',
  '1219-director': 'director, deputy director, executive director, assistant commissioner, deputy commissioner',
  '1120-manager': 'manager, general manager, chief executive, supervisor',
}
